"""What outside engines say about a page: axe-core in a browser, and LanguageTool.

The engines start programs of their own. Each lives in a session that is ended with its owner, even
when the owner is killed. Heavy libraries are imported when an engine starts, not before.
"""
