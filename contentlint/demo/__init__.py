"""Anyborough: a small, made-up council site with the faults real ones have, its feedback and its traffic.

The pages are fragments under `site/` (revision 1) with an overlay in `revision2/`; `server.serve` shows
either on loopback. `feedback/` and `traffic/` hold what its residents said and how often they came.
`expected.toml` lists every fault that was put there on purpose. Anyborough does not exist: its people,
addresses and numbers are invented, and its phone numbers come from the ranges Ofcom keeps for drama.
"""
