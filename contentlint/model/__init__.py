"""The nouns of contentlint: frozen, slotted dataclasses without third-party imports."""

from contentlint.model.capture import Capture, Evidence, Outcome, Skip
from contentlint.model.facts import Facts, Matcher, Site
from contentlint.model.feedback import FeedbackItem, Imported, PageViews, Refused
from contentlint.model.finding import Finding, Fix, Hit, Location, fingerprint, make_findings
from contentlint.model.page import (
    Block,
    Field,
    Frame,
    Heading,
    Image,
    Link,
    Page,
    Place,
    Span,
    Table,
)
from contentlint.model.picture import Picture, picture_key
from contentlint.model.report import (
    Group,
    PageDetail,
    Priority,
    Reason,
    Report,
    RuleRow,
    SkipRow,
    Team,
    Trend,
)
from contentlint.model.rule import Example, Guidance, Rule
from contentlint.model.scale import Cause, Certainty, Kind, Owner, Severity, State
from contentlint.model.scan import Change, Coverage, Measures, PageRow, Scan

__all__ = [
    "Block",
    "Capture",
    "Cause",
    "Certainty",
    "Change",
    "Coverage",
    "Evidence",
    "Example",
    "Facts",
    "FeedbackItem",
    "Field",
    "Finding",
    "Fix",
    "Frame",
    "Group",
    "Guidance",
    "Heading",
    "Hit",
    "Image",
    "Imported",
    "Kind",
    "Link",
    "Location",
    "Matcher",
    "Measures",
    "Outcome",
    "Owner",
    "Page",
    "PageDetail",
    "PageRow",
    "PageViews",
    "Picture",
    "Place",
    "Priority",
    "Reason",
    "Refused",
    "Report",
    "Rule",
    "RuleRow",
    "Scan",
    "Severity",
    "Site",
    "Skip",
    "SkipRow",
    "Span",
    "State",
    "Table",
    "Team",
    "Trend",
    "fingerprint",
    "make_findings",
    "picture_key",
]  # fmt: skip
