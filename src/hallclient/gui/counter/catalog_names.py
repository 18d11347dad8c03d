"""Names of codes in the language of the window (名称): kinds, stages, documents, roles, classes, from the catalog."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from hallclient.catalog.business import BusinessKind, Field
from hallclient.catalog.lookups import Catalog
from hallclient.catalog.model import Item
from hallclient.domain.business_fields import YES
from hallclient.domain.instants import day_of
from hallclient.errors import NotFound
from hallclient.gui.shared.workplace import Workplace


class CatalogNames:
    """Looks names up; a code the catalog has lost is shown as it is."""

    def __init__(self, catalog: Catalog, language: str, clock: Callable[[], datetime]) -> None:
        self._catalog = catalog
        self.english = language.startswith("en")
        self._clock = clock

    def of(self, item: Item) -> str:
        """The name of an item."""
        return item.en if self.english else item.zh

    def either(self, zh: str, en: str) -> str:
        """One of two texts that belong together."""
        return en or zh if self.english else zh

    def version(self, code: str, at: datetime | None = None) -> BusinessKind | None:
        """The business kind as in force at an instant (now)."""
        try:
            return self._catalog.business(code, day_of(at or self._clock()))
        except NotFound:
            return None

    def kind(self, code: str, at: datetime | None = None) -> str:
        """The name of a business kind."""
        found = self.version(code, at)
        return code if found is None else self.of(found)

    def stage(self, kind: BusinessKind | None, code: str) -> str:
        """The name of a stage of a kind."""
        found = next((stage for stage in kind.stages if stage.code == code), None) if kind else None
        return code if found is None else self.of(found)

    def document(self, code: str) -> str:
        """The name of a document."""
        return self._named("documents", code)

    def role(self, code: str) -> str:
        """The name of a role, without what stands in brackets."""
        return self._named("roles", code).split("(")[0].strip()

    def queue_class(self, code: str) -> str:
        """The name of a class of tickets."""
        return self._named("queue_classes", code)

    def group(self, code: str) -> str:
        """The name of a group of kinds."""
        return self._named("groups", code)

    def pause(self, code: str) -> str:
        """The name of a reason to pause an order."""
        return self._named("pauses", code)

    def options(self, name: str) -> list[tuple[str, str]]:
        """Code and word of a plain list."""
        return [(option.code, self.of(option)) for option in self._catalog.options(name)]

    def option(self, name: str, code: str) -> str:
        """The word of one option."""
        return dict(self.options(name)).get(code, code)

    def value(self, field: Field, text: str, yes: str, no: str) -> str:
        """A kept value as a person reads it."""
        if field.type == "choice":
            found = next((choice for choice in field.choices if choice.code == text), None)
            return text if found is None else self.of(found)
        if field.type == "boolean":
            return yes if text == YES else no
        return f"{text} {field.unit}" if field.unit and text else text

    def _named(self, table: str, code: str) -> str:
        found = next((item for item in self._catalog.items[table] if item.code == code), None)
        return code if found is None else self.of(found)


def names_of(workplace: Workplace) -> CatalogNames:
    """The names for a page."""
    catalog = workplace.services.parts.catalog
    return CatalogNames(catalog, workplace.settings.language, workplace.clock)
