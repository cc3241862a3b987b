"""The list of all checks, in the order in which people read them. A rule that is not here does not exist."""

from planbuilder.rules import (
    accounts,
    audiences,
    care,
    channels,
    escalation,
    law,
    learning,
    monitoring,
    replies,
    team,
)
from planbuilder.rules._rule import Rule

CATALOGUE: tuple[Rule, ...] = (
    team.role_without_deputy,
    escalation.no_path,
    escalation.no_wait,
    escalation.nowhere,
    accounts.one_publisher,
    accounts.one_admin,
    channels.no_pause,
    channels.no_private,
    channels.no_reply_time,
    monitoring.nothing_watched,
    monitoring.no_watcher,
    monitoring.keywords_missing,
    monitoring.no_threshold,
    audiences.few_audiences,
    replies.no_policy,
    replies.silence_by_default,
    care.no_remedy,
    care.no_follow_up,
    law.not_chosen,
    learning.no_training,
    learning.no_exercise,
    learning.action_overdue,
)
