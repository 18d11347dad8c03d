"""Signing in, offline (登录): argon2id, lock-out after failures, password change, hand-over between clerks."""

from __future__ import annotations

from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from hallclient.domain.instants import beijing
from hallclient.domain.people import Actor, descendants, password_problems
from hallclient.errors import NotAllowed, RuleBroken
from hallclient.services.parts import Parts
from hallclient.store import people
from hallclient.store.transaction import Reading, Row, Transaction

FAILURES = 5
LOCKED = timedelta(minutes=30)

hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""argon2id with the OWASP minimum, which a weak counter PC computes in well under a second."""

_DECOY = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IG5vYm9keQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
"""A hash no password has: an unknown staff number takes as long to refuse as a known one."""

SYSTEM = Actor(
    user_id="system", staff_no="-", name="系统", roles=(), unit="", hall="", window="", terminal="local"
)  # fmt: skip


class SignInService:
    """Checks a password and builds the actor. Needs nobody to be signed in."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def ready(self) -> bool:
        """Whether the first-run assistant has been through."""
        with self._parts.store.read() as tx:
            return people.any_user(tx)

    def place(self) -> tuple[str, str]:
        """Hall name and window of this workstation."""
        with self._parts.store.read() as tx:
            hall = people.unit(tx, tx.place("hall"))
            return (hall.name if hall else "", tx.place("window"))

    def sign_in(self, staff_no: str, password: str) -> Actor:
        """The actor for a staff number and password.

        Five failures lock the account for 30 minutes. Raises NotAllowed: ``people.sign_in_failed``,
        ``people.locked``, ``people.inactive``. Success and failure are audited.
        """
        actor, fault = None, None
        with self._parts.store.begin(SYSTEM) as tx:
            row = people.sign_in_row(tx, staff_no.strip())
            if row is None:
                _verify(_DECOY, password)
                tx.audit("sign_in", "users", "unknown", result="refused")
                fault = NotAllowed("people.sign_in_failed", left=FAILURES)
            else:
                fault = self._check(tx, row, password)
                if fault is None:
                    people.clear_failures(tx, row)
                    if hasher.check_needs_rehash(row["password"]):
                        tx.change(people.users, row["id"], {"password": hasher.hash(password)})
                    actor = self._actor(tx, row)
                    tx.actor = actor
                    tx.audit("sign_in", "users", row["id"])
        if fault is not None or actor is None:
            raise fault or NotAllowed("people.sign_in_failed", left=FAILURES)
        return actor

    def sign_out(self, actor: Actor) -> None:
        """Note that the person left this workstation."""
        with self._parts.store.begin(actor) as tx:
            tx.audit("sign_out", "users", actor.user_id)

    def unlock(self, actor: Actor, password: str) -> None:
        """The same person returns to a locked window. Raises what :meth:`sign_in` raises."""
        self.sign_in(actor.staff_no, password)

    def change_password(self, actor: Actor, old: str, new: str) -> None:
        """Set a new password. Raises RuleBroken("people.password_weak") with its problem, or NotAllowed."""
        problems = password_problems(new, actor.staff_no)
        if problems:
            raise RuleBroken("people.password_weak", problems, **problems[0].details)
        self.sign_in(actor.staff_no, old)
        with self._parts.store.begin(actor) as tx:
            values = {"password": hasher.hash(new), "must_change": False, "password_at": tx.now}
            tx.change(people.users, actor.user_id, values)
            tx.audit("password.change", "users", actor.user_id)

    def must_change(self, actor: Actor) -> bool:
        """Whether the password was set by an administrator and has to be changed now."""
        with self._parts.store.read() as tx:
            user = people.user(tx, actor.user_id)
            return user is not None and user.must_change

    def _check(self, tx: Transaction, row: Row, password: str) -> NotAllowed | None:
        locked = row["locked_until"]
        if locked is not None and locked > tx.now:
            tx.audit("sign_in", "users", row["id"], result="locked")
            return NotAllowed("people.locked", until=f"{beijing(locked):%H:%M}")
        if not _verify(row["password"], password):
            last = row["failures"] + 1 >= FAILURES
            people.note_failure(tx, row, locked_until=tx.now + LOCKED if last else None)
            tx.audit("sign_in", "users", row["id"], result="refused")
            if last:
                return NotAllowed("people.locked", until=f"{beijing(tx.now + LOCKED):%H:%M}")
            return NotAllowed("people.sign_in_failed", left=FAILURES - row["failures"] - 1)
        if not row["active"]:
            tx.audit("sign_in", "users", row["id"], result="inactive")
            return NotAllowed("people.inactive")
        return None

    def _actor(self, tx: Reading, row: Row) -> Actor:
        parents = {unit.id: unit.parent for unit in people.all_units(tx)}
        granted = self._parts.catalog.rights_of(tuple(row["roles"]))
        rights: dict[str, str] = {right: scope for right, scope in granted.items() if scope not in {"none", "named"}}
        rights.update(dict.fromkeys(row["named_rights"], "named"))
        return Actor(
            user_id=row["id"],
            staff_no=row["staff_no"],
            name=row["name"],
            roles=tuple(row["roles"]),
            unit=row["unit"],
            hall=tx.place("hall") or row["unit"],
            window=tx.place("window"),
            terminal=tx.place("terminal"),
            rights=rights,
            units=descendants(parents, row["unit"]),
        )


def _verify(stored: str, password: str) -> bool:
    try:
        return hasher.verify(stored, password.encode("utf-8", "surrogatepass"))
    except (VerificationError, InvalidHashError):
        return False
