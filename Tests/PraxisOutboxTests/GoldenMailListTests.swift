import Foundation
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisTesting
import Testing

@Suite("Every kind of mail")
struct GoldenMailListTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

    @Test("has a golden pair in each language, and no golden file is of no mail")
    func files() throws {
        // The others are being written beside it.
        if Golden.isRecording { return }
        let folder = Self.root.appending(path: "Tests/Golden/mail")
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(kept == GoldenMails.names.flatMap(GoldenMails.files).sorted())
        for template in Forum.capabilities.mails {
            #expect(GoldenMails.variants[template.kind]?.isEmpty == false, "\(template.kind) has no golden pair")
        }
        #expect(Set(GoldenMails.variants.keys) == Set(Forum.capabilities.mails.map(\.kind)))
    }

    @Test("about accounts has one, too")
    func accounts() throws {
        let file = Self.root.appending(path: "Sources/PraxisPlaces/People/Accounts/AccountMail.swift")
        let text = try String(contentsOf: file, encoding: .utf8)
        let declared = text.matches(of: /(?m)^    case ([a-zA-Z]+)/).map { String($0.1) }
        #expect(declared.count == GoldenMails.ofAccounts.count)
        for kind in declared { #expect(GoldenMails.ofAccounts[kind]?.isEmpty == false, "\(kind) has no golden pair") }
    }
}
