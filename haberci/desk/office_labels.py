"""What the desk calls the offices of the register: the English names of its table, which the catalogues translate."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from haberci.desk.labels import N_

OFFICES: Mapping[str, str] = MappingProxyType(
    {
        "president": N_("President"),
        "vice-president": N_("Vice President"),
        "monarch": N_("Monarch"),
        "crown-prince": N_("Crown Prince"),
        "supreme-leader": N_("Supreme Leader"),
        "prime-minister": N_("Head of Government"),
        "deputy-prime-minister": N_("Deputy Prime Minister"),
        "foreign-minister": N_("Minister of Foreign Affairs"),
        "defence-minister": N_("Minister of Defence"),
        "interior-minister": N_("Minister of the Interior"),
        "justice-minister": N_("Minister of Justice"),
        "finance-minister": N_("Minister of Finance"),
        "energy-minister": N_("Minister of Energy"),
        "emergency-minister": N_("Minister of Emergency Situations"),
        "eu-minister": N_("Minister of European Union Affairs"),
        "health-minister": N_("Minister of Health"),
        "education-minister": N_("Minister of Education"),
        "trade-minister": N_("Minister of Trade"),
        "transport-minister": N_("Minister of Transport"),
        "culture-minister": N_("Minister of Culture"),
        "industry-minister": N_("Minister of Industry and Technology"),
        "agriculture-minister": N_("Minister of Agriculture"),
        "family-minister": N_("Minister of Family"),
        "labour-minister": N_("Minister of Labour"),
        "environment-minister": N_("Minister of the Environment"),
        "youth-minister": N_("Minister of Youth and Sports"),
        "security-head": N_("Head of the State Security Service"),
        "security-secretary": N_("Secretary of the Security Council"),
        "chief-of-staff": N_("Chief of the General Staff"),
        "speaker": N_("Speaker of Parliament"),
        "secretary-general": N_("Secretary General"),
        "commission-president": N_("President of the Commission"),
        "council-president": N_("President of the Council"),
        "high-representative": N_("High Representative"),
        "director-general": N_("Director General"),
        "commission-vice-president": N_("Vice-President of the Commission"),
        "enlargement-commissioner": N_("Commissioner for Enlargement"),
    }
)
