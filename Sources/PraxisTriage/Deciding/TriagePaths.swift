package import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let dutyMail = "/settings/mail/duty"
    package static let queues = "/queue"
    package static let queue = Address<String>("/c/{community}/queue")
    static let nextItem = Address<String>("/c/{community}/queue/next")
    package static let queueItem = Address<String, QueueItemID>("/c/{community}/queue/{item}")
    static let claimItem = Address<String, QueueItemID>("/c/{community}/queue/{item}/claim")
    static let resolveItem = Address<String, QueueItemID>("/c/{community}/queue/{item}/resolve")
    static let undoItem = Address<String, QueueItemID>("/c/{community}/queue/{item}/undo")
    static let noteItem = Address<String, QueueItemID>("/c/{community}/queue/{item}/notes")
    static let passOnItem = Address<String, QueueItemID>("/c/{community}/queue/{item}/pass-on")
    static let skipItem = Address<String, QueueItemID>("/c/{community}/queue/{item}/skip")
    /// Who is told of a worry in a community, and whom else to call.
    package static let care = Address<String>("/c/{community}/settings/care")
    static let report = Address<PostID>("/p/{post}/report")
    package static let reported = Address<String, ReportID>("/c/{community}/reported/{report}")
}

extension APIPaths {
    static let queue = Address<String>("/communities/{slug}/queue")
    static let claimItem = Address<QueueItemID>("/queue/{item}/claim")
    static let releaseItem = Address<QueueItemID>("/queue/{item}/release")
    static let resolveItem = Address<QueueItemID>("/queue/{item}/resolve")
    static let undoItem = Address<QueueItemID>("/queue/{item}/undo")
    static let reports = Address<PostID>("/posts/{post}/reports")
}
