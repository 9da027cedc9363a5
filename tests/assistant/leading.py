"""What the rules under a clause say straight to a question."""

from mingbai.assistant.finding.clause_leads import ClauseLeads
from mingbai.rules.case import Case


def said(leads: ClauseLeads, policy: str, clause: str, question: str, **facts: str) -> str:
    """The words of the lead; empty where there is none."""
    lead = leads.of(policy, clause, question, Case(facts))
    return lead.text if lead else ""
