import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// The recording of a date, as JSON.
    static let recordingAPI: [Route] = [
        .api(
            .get,
            APIPaths.recording,
            needsMember: false,
            APIDescription(
                "What is said of the recording of a date; of version 0 while nothing is",
                response: RecordingJSON.schema
            )
        ) { try await $0.recordingAnswer() },
        .api(
            .put,
            APIPaths.recording,
            APIDescription(
                "Says where the recording of a date is and how people who cannot hear it get what was said, or that it was not recorded",
                request: RecordingBody.schema,
                response: RecordingJSON.schema
            )
        ) { try await $0.keepRecordingByAPI() },
        .api(
            .delete,
            APIPaths.recording,
            APIDescription("Takes away what was said of it; again changes nothing", status: 204)
        ) { call in
            let thread: ThreadID = try call.id("thread")
            try await call.community(of: thread).removeRecording(of: thread, as: call.viewer)
            return .noContent
        },
    ]
}

private enum RecordingBody {
    static let recorded = BodyField<RecordingAccess>.word("recorded")
    static let link = BodyField<String?>.text("link", Limits.joinLinkScalars)
    static let transcript = BodyField<String?>.text("transcript", Limits.joinLinkScalars)
    static let about = BodyField<String?>.text("about", Limits.recordingTextScalars)
    static let version = BodyField<Int>.int("version")
    static let schema = Schema.body(recorded, link, transcript, about, version)
}

extension Call {
    fileprivate func recordingAnswer() async throws -> Response {
        let thread: ThreadID = try id("thread")
        let recording = try await read { reading in
            _ = try Access.thread(thread, reading)
            _ = try Gathering.load(thread, reading.db)
            return try reading.first(DateRecording.of(thread))
        }
        return try .json(RecordingJSON(recording: recording))
    }

    fileprivate func keepRecordingByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        let new = try NewRecording(
            recorded: try json[RecordingBody.recorded].rawValue,
            link: try json[RecordingBody.link] ?? "",
            transcript: try json[RecordingBody.transcript] ?? "",
            text: try json[RecordingBody.about] ?? ""
        )
        let version = try json[RecordingBody.version]
        try await community(of: thread).keepRecording(new, of: thread, basedOn: version, as: viewer)
        return try await recordingAnswer()
    }
}
