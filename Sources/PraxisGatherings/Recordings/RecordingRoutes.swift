import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Saying where the recording of a date is.
    static let recordingRoutes: [Route] = [
        .memberPage(Paths.recording) { call in
            let read = try await call.readRecording(), said = read.recording
            let typed = Fields([
                ("recorded", said?.access.rawValue ?? ""), ("link", said?.link ?? ""),
                ("transcript", said?.transcript ?? ""), ("about", said?.text ?? ""),
                ("version", String(said?.version ?? 0)),
            ])
            return RecordingFormPageView(call: call, read: read, typed: typed).response()
        },
        .form(Paths.recording) { try await $0.keepRecording() },
        .form(Paths.removeRecording) { call in
            let thread: ThreadID = try call.id("thread")
            try await call.community(of: thread).removeRecording(of: thread, as: call.viewer)
            return .seeOther(Paths.gathering(thread, done: "recording-removed"))
        },
    ]
}

extension Call {
    fileprivate func readRecording() async throws -> ReadRecording {
        let thread: ThreadID = try id("thread")
        return try await read { try ReadRecording.load(thread, $0) }
    }

    fileprivate func keepRecording() async throws -> Response {
        let read = try await readRecording(), form = try form(), thread = read.date.gathering.thread
        var page = RecordingFormPageView(call: self, read: read, typed: form)
        do {
            let new = try NewRecording(
                recorded: form.text("recorded"),
                link: form.text("link"),
                transcript: form.text("transcript"),
                text: form.text("about")
            )
            let version = try form.int("version") ?? 0
            try await community(of: thread).keepRecording(new, of: thread, basedOn: version, as: viewer)
            return .seeOther(Paths.gathering(thread, done: "recording"))
        } catch Denial.input(let errors) {
            page.errors = errors
            return page.response(.unprocessableContent)
        } catch Denial.stale {
            page.isStale = true
            return page.response(.conflict)
        }
    }
}
