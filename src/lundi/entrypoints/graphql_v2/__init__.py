"""GraphQL API v2."""
