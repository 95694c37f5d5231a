"""Who acts: actor codes, and the register that leads names in any language to them."""

from __future__ import annotations

from typing import NamedTuple

SECTORS = frozenset(
    "GOV MIL COP JUD LEG PTY OPP SPY UAF REB BUS CVL JRN REL MED EDU REF LAB CRM ELI IGO NGO".split()
)
UNKNOWN_PRINCIPAL = "---"


class ActorCode(NamedTuple):
    """``PRINCIPAL`` or ``PRINCIPAL SECTOR`` (codebook, section 4): ``KGZ GOV``, ``CSTO IGO``, ``---``."""

    principal: str
    sector: str = ""

    def __str__(self) -> str:
        return f"{self.principal} {self.sector}".strip()

    @classmethod
    def parse(cls, text: str) -> ActorCode:
        """Read a code; raises ValueError on a sector that the codebook does not have."""
        principal, _, sector = text.strip().partition(" ")
        if not principal or (sector and sector not in SECTORS):
            raise ValueError(f"no actor code: {text!r}")
        return cls(principal, sector)


UNKNOWN = ActorCode(UNKNOWN_PRINCIPAL)
