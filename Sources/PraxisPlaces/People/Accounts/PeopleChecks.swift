import PraxisCapability
import PraxisDomain
import PraxisStore

extension [VerifyCheck] {
    static let people: Self = [
        VerifyCheck { db in
            try db.all("SELECT \(StoredName.columns) FROM member" as SQL<StoredName>)
                .filter { TypedText.folded($0.name) != $0.folded }
                .map { .init("member \($0.member)", "the name does not match its folded form") }
        }
    ]
}

private struct StoredName: RowDecodable {
    let member: MemberID
    let name: String
    let folded: String

    static let columns: SQL<Void> = "id, name, nameFolded"

    init(_ columns: inout Columns) throws {
        member = try columns.id()
        (name, folded) = (try columns.text(), try columns.text())
    }
}
