package import HTTPTypes
package import Hummingbird

/// A page as a value: the request that asked for it, what it shows, and the markup that draws it.
///
///     struct OutboxPageView: PageView {
///         let call: Call
///         let outbox: OutboxPage
///
///         var page: Page { Page(call.words.outbox.title(), main: table) }
///
///         private var table: HTML { … }
///     }
///
/// What only this page draws is private to it, so that `Call` has the components that all pages share and nothing else.
package protocol PageView: Sendable {
    var call: Call { get }
    /// The title, the main part, and what the frame shows around them.
    var page: Page { get }
}

extension PageView {
    /// The page in its frame.
    package func response(_ status: HTTPResponse.Status = .ok) -> Response { call.page(page, status: status) }
}
