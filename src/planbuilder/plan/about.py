"""The plan itself: whose it is, how old, who approved and received it."""

from typing import Literal

from planbuilder.plan._entry import Entry, staff, team
from planbuilder.plan.laws import LawKey
from planbuilder.plan.refs import PersonRef, RoleRef
from planbuilder.plan.texts import TextValue
from planbuilder.plan.times import Date, Duration, DurationValue
from planbuilder.plan.values import Country, Domain, Flag, Languages, Percent, TimeZone, Word

ProfileName = Literal["starter", "standard", "advanced"]


class PlanApproval(Entry):
    """Who approved this version of the plan, and when."""

    by: PersonRef | None = staff("The person who approved the plan.")
    date: Date | None = staff("The day of the approval.")


class Recipient(Entry):
    """A group that receives the plan."""

    to: Word | None = staff("The group that receives the plan.")
    how: Word | None = staff("How it receives it: site, paper, PDF.")
    last: Date | None = staff("The day it last received it.")
    roles: tuple[RoleRef, ...] = staff("The roles that belong to this group.", ())


class OfflineCopy(Entry):
    """The copy that is read when the systems are down."""

    kept_at: Word | None = staff("Where the offline copy is kept.", alias="where")
    updated: Date | None = staff("The day it was last brought up to date.")
    by: PersonRef | None = staff("The person who keeps it up to date.")


class CrisisLog(Entry):
    """The record of what was done, and when."""

    kept_at: Word | None = staff("Where the crisis log is kept.", alias="where")
    by: PersonRef | None = staff("The person who keeps it.")


class WarRoom(Entry):
    """Where the crisis team meets."""

    place: Word | None = staff("The room where the crisis team meets.")
    bridge: Word | None = team("The number or link of the conference call.")
    backup_bridge: Word | None = team("A second one, on another network.")


class AnswerRates(Entry):
    """How often people answer a call; assumptions until call tests replace them."""

    on_call_day: Percent | None = staff("People on call, by day.")
    on_call_night: Percent | None = staff("People on call, by night.")
    day: Percent | None = staff("Other people, by day.")
    night: Percent | None = staff("Other people, by night.")


class CheckSetting(Entry):
    """A check that this organisation asks for otherwise, or not at all."""

    severity: Literal["off", "error", "warning", "info"] = staff(
        "How grave its findings are here: error, warning or info; off where it is not asked.", ...
    )
    reason: TextValue = staff("Why it is not as the catalogue has it.", ...)


class About(Entry):
    """The plan itself."""

    organisation: Word = staff("The name of the organisation.", ...)
    languages: Languages = staff("The languages of the plan; the first is the reference.", ...)
    owner: PersonRef | None = staff("The person who keeps the plan up to date.")
    country: Country | None = staff("The country whose national phone numbers are meant, for example FR.")
    timezone: TimeZone | None = staff("The time zone of all hours of the plan, for example Europe/Paris.")
    version: Word | None = staff("The version of the plan.")
    reviewed: Date | None = staff("The day the whole plan was last reviewed.")
    review_every: DurationValue | None = staff("How often the plan is reviewed; 6 months where nothing is said.")
    approved: PlanApproval | None = staff("Who approved this version of the plan, and when.")
    profile: ProfileName = staff("How much the plan is held to: starter, standard or advanced.", "starter")
    applies: tuple[LawKey, ...] | None = staff("The laws whose deadlines apply, for example rgpd.")
    domains: tuple[Domain, ...] = staff("The web and mail domains that are ours.", ())
    checks: dict[str, CheckSetting] = staff(
        "Checks that are off or of another severity here, each with its reason, by check.", {}
    )
    example: Flag = staff("Whether this plan is for show and may use fictional numbers.", default=False)
    review_within: DurationValue | None = staff(
        "How soon after a crisis or an exercise its review is held; 30 days where nothing is said."
    )
    answer_rates: AnswerRates | None = staff("How often people answer a call.")
    distribution: tuple[Recipient, ...] = staff("Who received this version of the plan.", ())
    offline_copy: OfflineCopy | None = staff("The copy that is read when the systems are down.")
    log: CrisisLog | None = staff("The record of what was done, and when.")
    war_room: WarRoom | None = staff("Where the crisis team meets.")

    @property
    def review_period(self) -> Duration:
        """How long a review, or an approval, stays good: 6 months where the plan says nothing."""
        return self.review_every or Duration(months=6)
