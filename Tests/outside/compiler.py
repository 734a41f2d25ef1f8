"""Checks sources against the modules of the site, with the flags that the build compiles the capabilities with."""
import json
import re
import subprocess

from conftest import ROOT


def flags():
    """The name of the package, and where its modules are."""
    lines = (ROOT / ".build/debug.yaml").read_text().splitlines()
    [line] = [line for line in lines if line.startswith("    args:") and '"-module-name","PraxisForum",' in line]
    arguments = json.loads(line.split(":", 1)[1])
    wanted = {"-package-name", "-swift-version", "-I", "-Xcc", "-enable-upcoming-feature"}
    return [part for at, flag in enumerate(arguments[:-1]) if flag in wanted and arguments[at - 1] != "-Xcc"
            for part in (flag, arguments[at + 1])]


def errors_in(source, folder):
    """The compiler's errors for the text of a file: none if it compiles."""
    path = folder / "Checked.swift"
    path.write_text(source)
    done = subprocess.run(["swiftc", "-typecheck", *flags(), str(path)], capture_output=True, text=True)
    found = re.findall(r"Checked\.swift:\d+:\d+: error: (.*)", done.stderr)
    assert found or done.returncode == 0, done.stderr
    return sorted(set(found))
