"""Mail through a real Postfix: an instance of its own in a folder of its own, for local delivery into a Maildir and for nothing else."""
import email
import email.policy
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import tempfile
import time

import pytest

from outbox import prepare, rows, settled, until

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
mail_owner = postfix
setgid_group = postdrop
myhostname = mail.praxis.test
mydestination =
inet_interfaces = loopback-only
default_transport = error:this instance delivers to nobody else
virtual_mailbox_domains = example.org
virtual_mailbox_base = {folder}
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:{user}
virtual_gid_maps = static:{group}
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
import_environment = MAIL_CONFIG
"""

# No smtp listener, no chroot: what takes mail from the queue into the Maildir.
MASTER = """
postlog   unix-dgram n - n - 1 postlogd
pickup    unix n - n 1 1 pickup
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
error     unix - - n - - error
retry     unix - - n - - error
virtual   unix - n n - - virtual
showq     unix n - n - - showq
"""


class Postfix:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.box = self.folder / "box"
        self.sendmail = f"/usr/sbin/sendmail -C {self.folder}/etc -i"
        user = pwd.getpwnam("postfix")
        self.folder.chmod(0o755)
        for name in ("etc", "spool", "data", "box"):
            (self.folder / name).mkdir()
        for name in ("data", "box"):
            os.chown(self.folder / name, user.pw_uid, user.pw_gid)
        (self.folder / "etc/main.cf").write_text(MAIN.format(folder=self.folder, user=user.pw_uid, group=user.pw_gid))
        (self.folder / "etc/master.cf").write_text(MASTER)

    def control(self, verb):
        return subprocess.run(["/usr/sbin/postfix", "-c", str(self.folder / "etc"), verb], capture_output=True, text=True, timeout=60)

    def start(self):
        done = self.control("start")
        assert done.returncode == 0, done.stdout + done.stderr + self.log()
        until(lambda: (self.folder / "spool/public/pickup").exists(), "Postfix did not start")

    def log(self):
        path = self.folder / "log"
        return path.read_text() if path.exists() else ""

    def delivered(self):
        return sorted((self.box / "new").glob("*")) if (self.box / "new").exists() else []


@pytest.fixture
def postfix():
    if os.geteuid() != 0 or not shutil.which("/usr/sbin/postfix"):
        pytest.skip("needs Postfix, and root to start it")
    with tempfile.TemporaryDirectory(prefix="praxis-postfix-") as folder:
        system = Postfix(folder)
        try:
            system.start()
            yield system
        finally:
            system.control("abort")
            until(lambda: system.control("status").returncode != 0, "Postfix does not end")


def read(path):
    """The message as Python's strictest reader has it; raises where anything is not as it must be."""
    raw = path.read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.strict)
    head = raw.split(b"\n\n", 1)[0]
    assert b"\r" not in raw and all(len(line) <= 998 for line in raw.split(b"\n"))
    assert len(re.findall(rb"(?mi)^message-id:", head)) == 1
    return message


def test_mail_goes_through_postfix_into_a_maildir_without_a_defect(empty_site, postfix):
    site, count = empty_site, 25
    prepare(site, count, name="Dr. Ann, \"Æ\" Ó'Connor")
    site.environment["PRAXIS_SENDMAIL"] = postfix.sendmail
    site.start()
    settled(site, sent=count)
    site.stop()
    until(lambda: len(postfix.delivered()) >= count, "Postfix did not deliver: " + postfix.log())
    messages = [read(path) for path in postfix.delivered()]
    assert len({message["Message-ID"] for message in messages}) == len(messages) == count
    for message in messages:
        assert message["Return-Path"] == "<>" and message["Auto-Submitted"] == "auto-generated"
        assert message["From"].addresses[0].display_name == "Outside"
        assert message["To"].addresses[0].display_name.startswith("Dr. Ann, \"Æ\" Ó'Connor ")
        assert message["To"].addresses[0].addr_spec == message["Delivered-To"]
        assert message["Subject"] == "You are now a member of The ward"
        text, html = message.iter_parts()
        assert "Your request to join The ward was accepted." in text.get_content()
        assert html.get_content().rstrip().endswith("</html>") and "<img" not in html.get_content()


def test_a_mail_that_postfix_does_not_take_yet_waits(empty_site, postfix):
    site = empty_site
    prepare(site, 2)
    configuration = postfix.folder / "etc/main.cf"
    whole = configuration.read_text()
    configuration.write_text(whole + "message_size_limit = 100\n")
    site.environment["PRAXIS_SENDMAIL"] = postfix.sendmail
    site.start()
    until(lambda: [tries for (tries,) in rows(site, "attempts")] == [1, 1])
    assert not postfix.delivered()
    configuration.write_text(whole)
    for number in (1, 2):
        site.cli("mail", "retry", str(number))
    settled(site, sent=2)
    site.stop()
    until(lambda: len(postfix.delivered()) == 2)


def test_a_digest_goes_through_postfix_without_a_defect(empty_site, postfix):
    site = empty_site
    site.cli("community", "add", "--slug", "ward", "--name", "The ward")
    for mailbox, name in (("writer@example.org", "Wren Writer"), ("reader@example.org", "Rosa \"R\" Ó'Reader")):
        site.member(mailbox, name)
        site.cli("membership", "set", "--member", mailbox, "--community", "ward", "--role", "member")
    site.environment["PRAXIS_SENDMAIL"] = postfix.sendmail
    site.start()
    made = site.api("writer@example.org").post(f"{site.base}/api/v1/communities/ward/threads", timeout=20, json={
        "title": "-f root@example.org \u2028Bcc: x@example.org \u202e東京" + " and more words" * 8, "kind": "story",
        "body": "From here on.\n.\nFrom the start of a line, " + "wört " * 300})
    assert made.status_code == 201, made.text
    site.cli("digest", "run")
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 7 * 86_400))
    site.cli("digest", "run", "--at", moment)
    settled(site, sent=1)
    site.stop()
    until(lambda: len(postfix.delivered()) == 1, "Postfix did not deliver: " + postfix.log())
    message = read(postfix.delivered()[0])
    assert message["Delivered-To"] == "reader@example.org" and "Bcc" not in message
    assert message["Return-Path"] == "<praxis@localhost>" and message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Subject"].startswith("-f root@example.org Bcc: x@example.org 東京")
    text, html = message.iter_parts()
    assert "東京" in text.get_content() and "wört" in text.get_content() and html.get_content().rstrip().endswith("</html>")
