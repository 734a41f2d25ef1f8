import HTML
import Markdown
import PraxisCapability
import PraxisDomain
import PraxisStore

extension [VerifyCheck] {
    static let communities: Self = [
        VerifyCheck { db in
            try db.all("SELECT \(StoredAgreement.columns) FROM agreement" as SQL<StoredAgreement>)
                .filter { Markdown.render($0.body).html.bytes != $0.html }
                .map {
                    .init(
                        "agreement \($0.version) of community \($0.community)",
                        "what is shown is not what its text renders to"
                    )
                }
        }
    ]
}

private struct StoredAgreement: RowDecodable {
    let community: CommunityID
    let version: Int
    let body: String
    let html: [UInt8]

    static let columns: SQL<Void> = "communityId, version, body, html"

    init(_ columns: inout Columns) throws {
        community = try columns.id()
        version = try columns.int()
        body = try columns.text()
        html = try columns.bytes()
    }
}
