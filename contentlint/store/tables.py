"""The tables of the history. Only this room knows them; everybody else speaks to `Store`.

Big things are kept once: bodies of captures by digest, findings by the digest of their JSON. A scan
then holds one short row for each finding. `place` keeps the order in which things were handed in.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 1  # of this layout; a store with a higher one is refused

metadata = MetaData()


def _scan() -> Column:
    return Column("scan", ForeignKey("scans.no", ondelete="CASCADE"), primary_key=True)


about = Table(
    "about", metadata, Column("name", String, primary_key=True), Column("value", String, nullable=False)
)

scans = Table(
    "scans",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("source", String, nullable=False, index=True),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("head", Text, nullable=False),  # the Scan without pages, findings and skips
    Column("counts", Text, nullable=False, server_default="{}"),  # findings by severity, for trends
)

captures = Table(
    "captures",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

fetches = Table(
    "fetches",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("scan", ForeignKey("scans.no", ondelete="CASCADE"), nullable=False),
    Column("requested", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("fetched", String, nullable=False),
    Column("digest", ForeignKey("captures.digest"), nullable=False, index=True),
    Column("head", Text, nullable=False),  # the Capture without its body
    UniqueConstraint("scan", "requested"),
)

pages = Table(
    "pages",
    metadata,
    _scan(),
    Column("page", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    _scan(),
    Column("page", Text, primary_key=True),
    Column("engine", String, primary_key=True),
    Column("version", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("key", String, primary_key=True),
    Column("matches", Text, nullable=False),
)

bodies = Table(
    "bodies",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("digest", String(32), nullable=False, unique=True),
    Column("fingerprint", String(32), nullable=False, index=True),
    Column("page", Text, nullable=False),
    Column("rule", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

findings = Table(
    "findings",
    metadata,
    _scan(),
    Column("place", Integer, primary_key=True),
    Column("body", ForeignKey("bodies.no"), nullable=False),
    Index("findings_by_body", "body"),
    sqlite_with_rowid=False,
)

pictures = Table(  # of spots; younger than the layout, so a history may be without it
    "pictures",
    metadata,
    _scan(),
    Column("key", String(32), primary_key=True),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("image", LargeBinary, nullable=False),
)

skips = Table(
    "skips",
    metadata,
    _scan(),
    Column("place", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

feedback = Table(
    "feedback",
    metadata,
    Column("key", String, primary_key=True),
    Column("date", String, index=True),
    Column("page", Text),
    Column("body", Text, nullable=False),
)

refused = Table(
    "refused",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("origin", Text, nullable=False),  # the file or form, as the caller names it
    Column("line", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    UniqueConstraint("origin", "line", "reason"),
)

views = Table(
    "views",
    metadata,
    Column("page", Text, primary_key=True),
    Column("start", String, primary_key=True),  # "" where unknown
    Column("end", String, primary_key=True),
    Column("views", Integer, nullable=False),
)
