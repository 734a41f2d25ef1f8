import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

extension GatheringWorld {
    fileprivate var path: String { "/t/\(gathering)" }

    fileprivate static let recording = [
        ("recorded", "captions"), ("link", "https://video.example/herons"), ("transcript", ""), ("about", ""),
        ("version", "0"),
    ]

    fileprivate func keep(
        _ other: [String: String] = [:],
        _ persona: Persona = .facilitator
    ) async throws -> Browser.Answer {
        let fields = Self.recording.map { ($0.0, other[$0.0] ?? $0.1) }
        return try await people.post(path + "/recording", fields, as: persona)
    }

    fileprivate func kept() async throws -> [String] {
        try await site.all("SELECT access || ' ' || link || ' ' || version FROM recording" as SQL<String>)
    }
}

@Suite("The recording of a date")
struct RecordingTests {
    @Test("is said by its hosts alone, and shown to everyone who reads the date", arguments: Persona.allCases)
    func roles(persona: Persona) async throws {
        let world = try await GatheringWorld(visibility: .public)
        try await world.site.begin(world.gathering)
        let isHost = persona == .facilitator
        let before = try await world.page(world.path, persona)
        #expect(before.has("recording-h") == isHost && before.has(world.path + "/recording\"") == isHost)
        let form = try await world.page(world.path + "/recording", persona)
        #expect((form.status == 200) == isHost)
        if isHost { #expect(Markup.faults(form.text) == [] && form.has("class=\"strip")) }
        let sent = try await world.keep([:], persona)
        #expect((sent.location == world.path + "?done=recording") == isHost)
        #expect(try await world.kept().count == (isHost ? 1 : 0))
        if !isHost { #expect(try await world.keep().status == 303) }
        let page = try await world.page(world.path + "?done=recording", persona)
        if page.status != 200 { return }
        #expect(
            page.has(
                "<a href=\"https://video.example/herons\" rel=\"noopener noreferrer\">https://video.example/herons</a>"
            )
        )
        #expect(
            page.has("It has captions.")
                && page.has("What you said of the recording is saved.") == (persona != .visitor)
        )
        #expect(Markup.faults(page.text) == [])
        let removed = try await world.people.post(world.path + "/recording/remove", [], as: persona)
        #expect((removed.location == world.path + "?done=recording-removed") == isHost)
        #expect(try await world.kept().count == (isHost ? 0 : 1))
    }

    @Test("of a date of a confidential group is its members' alone")
    func confidential() async throws {
        let world = try await GatheringWorld(visibility: .public)
        try await world.site.begin(world.gathering)
        _ = try await world.keep()
        try await world.hideName()
        let path = "/gatherings/\(world.gathering)/recording"
        for persona in [Persona.visitor, .stranger, .guest, .manager, .siteAdministrator] {
            #expect(!(try await world.page(world.path, persona)).has("video.example"), "\(persona)")
            #expect(try await world.people.api(.get, path, as: persona).status == 404, "\(persona)")
        }
        #expect(try await world.page(world.path, .member).has("video.example"))
    }

    @Test("is said once it has begun, and not of one that does not take place")
    func begun() async throws {
        let world = try await GatheringWorld()
        #expect(try await !world.page(world.path, .facilitator).has("recording-h"))
        let early = try await world.keep()
        #expect(
            early.status == 422 && early.has("The gathering has not begun yet") && early.has("value=\"https://video")
        )
        try await world.site.begin(world.gathering)
        #expect(try await world.keep().status == 303)
        try await world.change { $0.state = .cancelled }
        let cancelled = try await world.keep(["link": "https://video.example/storks", "version": "1"])
        #expect(cancelled.status == 422 && cancelled.has("The gathering is cancelled"))
        #expect(try await world.kept() == ["captions https://video.example/herons 1"])
    }

    @Test(
        "says how people who cannot hear it get what was said, or why not: what is wrong is said beside its field",
        arguments: [
            (["recorded": ""], "recorded"), (["recorded": "maybe"], "recorded"), (["link": ""], "link"),
            (["link": "http://video.example/herons"], "link"), (["link": "javascript:alert(1)"], "link"),
            (["link": "https://video.example/\"onclick=1"], "link"), (["link": "https://"], "link"),
            (["transcript": "ftp://video.example/t"], "transcript"), (["recorded": "transcript"], "about"),
            (["recorded": "without"], "about"), (["recorded": "unrecorded"], "link"),
            (["recorded": "unrecorded", "link": ""], "about"),
            (["recorded": "without", "about": "No.", "transcript": "https://video.example/t"], "transcript"),
            (["about": String(repeating: "a", count: 20_001)], "about"),
        ]
    )
    func wrong(fields: [String: String], name: String) async throws {
        let world = try await GatheringWorld()
        try await world.site.begin(world.gathering)
        let refused = try await world.keep(fields)
        #expect(
            refused.status == 422 && refused.has(name == "recorded" ? "class=\"error\"" : "id=\"\(name)-error\""),
            "\(fields)"
        )
        for value in fields.values where !value.isEmpty && value.count < 100 && value != "maybe" {
            #expect(refused.has(value.replacing("\"", with: "&quot;")), "what was typed is kept")
        }
        #expect(Markup.faults(refused.text) == [])
        #expect(try await world.kept() == [])
    }

    @Test("shows each of the ways, and folds a long transcript")
    func ways() async throws {
        let world = try await GatheringWorld()
        try await world.site.begin(world.gathering)
        let long = String(repeating: "One heron said more than others. ", count: 40)
        _ = try await world.keep(["recorded": "transcript", "about": long])
        #expect(try await world.page(world.path, .member).has("<summary>Read the whole text</summary>"))
        _ = try await world.keep(["recorded": "transcript", "transcript": "https://video.example/t", "version": "1"])
        #expect(try await world.page(world.path, .member).has("Transcript: <a href=\"https://video.example/t\""))
        _ = try await world.keep(["recorded": "without", "about": "It broke <off>.", "version": "2"])
        let without = try await world.page(world.path, .member)
        #expect(without.has("It has neither captions nor a transcript.") && without.has("It broke &lt;off&gt;."))
        _ = try await world.keep(["recorded": "unrecorded", "link": "", "about": "One said no.", "version": "3"])
        let none = try await world.page(world.path, .member)
        #expect(none.has("It was not recorded.") && none.has("One said no.") && !none.has("video.example"))
        #expect(Markup.faults(none.text) == [])
    }

    @Test("is changed over what is there, audited and told in the journal; what is so already changes nothing")
    func versions() async throws {
        let world = try await GatheringWorld()
        try await world.site.begin(world.gathering)
        _ = try await world.keep()
        #expect(try await world.keep(["version": "1"]).status == 303)
        let stale = try await world.keep(["link": "https://video.example/storks"])
        #expect(
            stale.status == 409 && stale.has("https://video.example/storks")
                && stale.has("name=\"version\" value=\"1\"")
        )
        #expect(try await world.keep(["link": "https://video.example/storks", "version": "1"]).status == 303)
        #expect(try await world.kept() == ["captions https://video.example/storks 2"])
        let audited = try await world.site.value("SELECT count(*) FROM audit WHERE act = 'recording-kept'" as SQL<Int>)
        let told = try await world.site.value(
            "SELECT count(*) FROM journal WHERE event = 'recording-changed'" as SQL<Int>
        )
        #expect(audited == 2 && told == 2)
        #expect(try await world.site.value("SELECT count(*) FROM outbox" as SQL<Int>) == 0, "no one is mailed")
    }

    @Test("of a date whose series is not recorded is no link")
    func never() async throws {
        let world = try await SeriesWorld { $0.recording = "never" }, date = try await world.threads()[0]
        try await world.site.begin(date)
        #expect(try await !world.page("/t/\(date)", .facilitator).has("recording-h"))
        #expect(try await world.page("/t/\(date)/recording", .facilitator).has("are not recorded, so no link"))
        let refused = try await world.send("/t/\(date)/recording", GatheringWorld.recording)
        #expect(refused.status == 422 && refused.has("Choose “No”, or change the series first"))
        let why = [("recorded", "unrecorded"), ("about", "As always."), ("version", "0")]
        #expect(try await world.send("/t/\(date)/recording", why).status == 303)
        #expect(try await world.page("/t/\(date)", .member).has("As always."))
    }

    @Test("is read, said and taken away by programs")
    func api() async throws {
        let world = try await GatheringWorld(), path = "/gatherings/\(world.gathering)/recording"
        let put = { (body: String, persona: Persona) in
            try await world.people.api(.put, path, "{\(body)}", as: persona)
        }
        let good = #""recorded": "transcript", "link": "https://v.example/a", "about": "Herons spoke.", "version": "#
        #expect(try await put(good + "0", .facilitator).status == 422)
        try await world.site.begin(world.gathering)
        #expect(try await world.people.api(.get, path, as: .guest).json["version"] as? Int == 0)
        #expect(try await put(good + "0", .member).status == 403)
        #expect(try await put(good + "0", .stranger).status == 404)
        let made = try await put(good + "0", .facilitator)
        #expect(
            made.status == 200 && made.json["recorded"] as? String == "transcript" && made.json["version"] as? Int == 1
        )
        #expect(try await put(good + "0", .facilitator).status == 409)
        #expect(try await put(#""recorded": "captions", "version": 1"#, .facilitator).status == 422)
        let date = try await world.people.api(.get, "/gatherings/\(world.gathering)", as: .guest).json
        #expect((date["recording"] as? [String: Any])?["about"] as? String == "Herons spoke.")
        #expect(try await world.people.api(.delete, path, as: .member).status == 403)
        for _ in 1...2 { #expect(try await world.people.api(.delete, path, as: .facilitator).status == 204) }
        #expect(try await world.people.api(.get, path, as: .member).json["recorded"] is NSNull)
        #expect(try await world.people.api(.get, "/gatherings/999/recording", as: .member).status == 404)
    }
}
