"""The demo company's boards, a file each: only wording, dates and names."""
