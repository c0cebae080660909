"""Checks the files of an Odoo addon as far as that goes without Odoo: python3 scripts/check-addon.py odoo/mobile_webrtc

Prints a line for each fault and ends with 1 where there is one.
"""
import ast
import csv
import sys
import xml.dom.minidom
from pathlib import Path

RIGHTS = ['id', 'name', 'model_id:id', 'group_id:id', 'perm_read', 'perm_write', 'perm_create', 'perm_unlink']


def manifest_faults(addon):
    """:return: sentences about files that the manifest names and that are not there, or the other way round"""
    manifest = ast.literal_eval((addon / '__manifest__.py').read_text())
    for key in ('name', 'version', 'license', 'depends', 'data', 'assets', 'installable'):
        if key not in manifest:
            yield f"The manifest has no {key}."
    if not manifest.get('version', '').startswith('18.0.'):
        yield "The version does not begin with 18.0."
    data = manifest.get('data', []) + manifest.get('demo', [])
    yield from (f"The manifest names {path}, which is not there." for path in data if not (addon / path).is_file())
    written = [str(path.relative_to(addon)) for folder in ('data', 'security', 'views') for path in (addon / folder).rglob('*.*')]
    yield from (f"The manifest does not name {path}." for path in written if path not in data)
    for bundle, entries in manifest.get('assets', {}).items():
        for entry in entries:
            pattern = entry if isinstance(entry, str) else entry[-1]
            if not list(addon.parent.glob(pattern)):
                yield f"{bundle}: nothing fits {pattern}."


def python_faults(addon):
    """:return: sentences about sources that do not compile, and modules that no package imports"""
    for path in addon.rglob('*.py'):
        source = path.read_text()
        try:
            compile(source, str(path), 'exec')
        except SyntaxError as error:
            yield f"{path}: {error}"
        is_helper = path.parent.name == 'tests' and not path.name.startswith('test_')
        if path.name in ('__init__.py', '__manifest__.py') or path.parent.name in ('tools', 'migrations') or is_helper:
            continue
        imported = (path.parent / '__init__.py').read_text()
        if path.stem not in imported:
            yield f"{path} is imported by no __init__.py."


def xml_faults(addon):
    """:return: sentences about files that are no XML"""
    for path in [*addon.rglob('*.xml'), *addon.rglob('*.svg')]:
        try:
            xml.dom.minidom.parse(str(path))
        except Exception as error:  # pylint: disable=broad-except
            yield f"{path}: {error}"


def csv_faults(addon):
    """:return: sentences about access rights with other columns than Odoo's, or rows of another length"""
    for path in addon.rglob('ir.model.access.csv'):
        head, *rows = list(csv.reader(path.open(newline='')))
        if head != RIGHTS:
            yield f"{path}: the columns are {head}."
        for row in rows:
            if len(row) != len(RIGHTS):
                yield f"{path}: {row} has {len(row)} columns."
            elif any(right not in ('0', '1') for right in row[4:]):
                yield f"{path}: rights are 0 or 1 in {row}."


def main(addon):
    """:return: 1 where something is wrong, else 0"""
    checks = (manifest_faults, python_faults, xml_faults, csv_faults)
    faults = [fault for check in checks for fault in check(addon)]
    print('\n'.join(faults))
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1])))
