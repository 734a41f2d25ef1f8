import Foundation
import PraxisApp
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("The command that exports")
struct ExportCommandTests {
    @Test("writes what is asked for, says how much, and leaves a line in the audit log without a name")
    func writes() async throws {
        let site = try TestSite(), folder = site.env.store.folder.path
        let community = try await site.community("nursing"), ann = try await site.member("Ann Okafor")
        try await site.join(ann, community)
        let choices: [(ExportChoice, Int)] = [
            (.site, 5), (.community("nursing"), 5), (.member("Ann.Okafor@example.org"), 3),
        ]
        for (number, (choice, lines)) in choices.enumerated() {
            let path = folder + "/out-\(number).jsonl"
            let (code, said) = await run(.exportFile(path, of: choice), site)
            #expect(code == 0 && said.out == ["\(lines) lines in \(path)."] && said.err.isEmpty)
            #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == lines)
        }
        let lines = "SELECT detail FROM audit WHERE act = 'exported' ORDER BY id" as SQL<String>
        #expect(try await site.env.store.read { try $0.all(lines) } == ["site", "community", "member"])
    }

    @Test("refuses a file that is there, and places and people that are not, in a sentence each")
    func refuses() async throws {
        let site = try TestSite(), path = site.env.store.folder.path + "/there.jsonl"
        try Data("mine".utf8).write(to: URL(filePath: path))
        let refusals: [(String, ExportChoice, String)] = [
            (path, .site, "\(path) is there already and was left as it is. Name a file that is not there yet."),
            (path + "2", .community("none"), "There is no community none."),
            (path + "2", .member("a@b.example"), "There is no member with the address a@b.example."),
            (path + "2", .member("nobody"), "nobody is not an email address."),
            ("/nowhere/out", .site, "/nowhere/out cannot be written: No such file or directory."),
        ]
        for (path, choice, sentence) in refusals {
            let (code, said) = await run(.exportFile(path, of: choice), site)
            #expect(code == 1 && said.err == [sentence] && said.out.isEmpty)
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
        #expect(!FileManager.default.fileExists(atPath: path + "2"))
    }

    @Test("names a field that a line does not have")
    func unknownField() async throws {
        let site = try TestSite(), path = site.env.store.folder.path + "/in.jsonl"
        try Data(#"{"type":"reaction","post_id":1,"member_id":1,"kind":"thanks","emoji":"x"}"#.utf8)
            .write(to: URL(filePath: path))
        let (code, said) = await run(.importFile(path), site)
        #expect(code == 1 && said.err == ["Line 1 was left out: a line of type reaction has no field \"emoji\"."])
    }
}
