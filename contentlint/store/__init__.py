"""The history of scans, feedback and views. SQLAlchemy is imported here only."""

from contentlint.store.store import Store

__all__ = ["Store"]
