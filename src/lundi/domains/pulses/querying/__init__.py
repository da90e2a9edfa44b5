"""The one query engine: a typed description, one compiler to SQL, pages, sums. All ways in that filter or sort use it."""
