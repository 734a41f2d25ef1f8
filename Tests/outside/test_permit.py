"""A change that others see does not compile without the permit for it: small commands, checked against the modules of the site."""
from compiler import errors_in

COMMAND = """
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

func command(_ db: WriteDB, _ facts: Facts, _ post: RenderedPost, _ place: PostTarget) throws {
%s
}
"""


def errors_of(body, folder):
    """The compiler's errors for a command with that body: none if it compiles."""
    return errors_in(COMMAND % body, folder)


def test_a_command_with_its_permit_compiles(tmp_path):
    assert errors_of("""
        let reply = try Policy.permit(Reply.self, facts)
        _ = try db.appendPost(post, to: place, by: reply.mandate)
        let close = try Policy.permit(CloseThread.self, facts)
        let mandate = try db.audit(.threadClosed, place.thread.subject, by: close)
        try db.record(.closed, place.thread.subject, by: mandate)
    """, tmp_path) == []


def test_a_command_without_a_permit_does_not_compile(tmp_path):
    assert "missing argument for parameter 'by' in call" in errors_of("_ = try db.appendPost(post, to: place)", tmp_path)
    [hidden] = errors_of(
        'try db.append("closed", place.thread.subject, in: facts.place, actor: facts.viewer.member)', tmp_path)
    assert hidden == "'append' is inaccessible due to 'internal' protection level"
    [made] = errors_of("let permit = Permit<Reply>(facts)", tmp_path)
    assert "inaccessible due to" in made


def test_the_permit_of_another_act_does_not_compile(tmp_path):
    assert errors_of("""
        let permit = try Policy.permit(Withdraw.self, facts)
        _ = try db.appendPost(post, to: place, by: permit.mandate)
    """, tmp_path) == ["instance method 'appendPost(_:to:by:)' requires that 'Withdraw' conform to 'PostingAct'"]


def test_an_event_of_another_act_does_not_compile(tmp_path):
    """Neither that of another plain act, nor that of another audited one, with its own line in the audit log."""
    [error] = errors_of("""
        let reply = try Policy.permit(Reply.self, facts)
        try db.record(.withdrawn, place.thread.subject, by: reply)
    """, tmp_path)
    assert "'Permit<Reply>'" in error and "'Mandate<Withdraw>'" in error
    assert errors_of("""
        let pin = try Policy.permit(Pin.self, facts)
        let mandate = try db.audit(.threadPinned, place.thread.subject, by: pin)
        try db.record(.closed, place.thread.subject, by: mandate)
    """, tmp_path) != []
    assert errors_of("""
        let permit = try Policy.permit(Withdraw.self, facts)
        try db.record(.withdrawn, place.thread.subject, by: permit)
    """, tmp_path) == []


def test_a_privileged_act_does_not_compile_without_its_line_in_the_audit_log(tmp_path):
    [error] = errors_of("""
        let permit = try Policy.permit(CloseThread.self, facts)
        try db.record(.closed, place.thread.subject, by: permit)
    """, tmp_path)
    assert "'CloseThread' conform to 'PlainAct'" in error
