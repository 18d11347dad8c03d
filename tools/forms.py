"""Compiles every Qt Designer form: ``ui/counter/page.ui`` to ``src/hallclient/gui/forms/counter/ui_page.py``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UI = ROOT / "ui"
FORMS = ROOT / "src" / "hallclient" / "gui" / "forms"


def compiled_at(form: Path) -> Path:
    """Where the generated module of a form stands."""
    return FORMS / form.relative_to(UI).parent / f"ui_{form.stem}.py"


def compiled(form: Path) -> str:
    """The module that pyside6-uic makes of a form."""
    uic = Path(sys.executable).with_name("pyside6-uic")
    done = subprocess.run([str(uic), str(form)], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode or not done.stdout:
        raise SystemExit(f"{form}: {done.stderr}")
    return done.stdout


def main() -> None:
    wanted = {compiled_at(form): form for form in sorted(UI.rglob("*.ui"))}
    for module, form in wanted.items():
        text = compiled(form)
        module.parent.mkdir(parents=True, exist_ok=True)
        (module.parent / "__init__.py").touch()
        if not module.exists() or module.read_text(encoding="utf-8") != text:
            module.write_text(text, encoding="utf-8")
            print(f"compiled {module.relative_to(ROOT)}")
    for module in FORMS.rglob("ui_*.py"):
        if module not in wanted:
            module.unlink()
            print(f"removed {module.relative_to(ROOT)}, which has no form")


if __name__ == "__main__":
    main()
