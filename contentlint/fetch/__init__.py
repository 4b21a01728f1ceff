"""Getting pages: a whole site (crawl), one address (web), files and standard input (files)."""
