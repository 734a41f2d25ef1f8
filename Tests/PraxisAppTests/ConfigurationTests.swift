import Foundation
import Logging
import PraxisApp
import PraxisCommunity
import PraxisStore
import Testing

@Suite("The configuration")
struct ConfigurationTests {
    private static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("config/praxis.example.conf")

    @Test("works without any setting")
    func worksWithoutAny() throws {
        let configuration = try Configuration.read(environment: ["HOME": "/root"])
        #expect(configuration.port == 8080)
        #expect(configuration.site.baseURL == "http://127.0.0.1:8080")
        #expect(configuration.site.limitsAreOn)
        #expect(configuration.log == .notice)
    }

    @Test("is shown in the example file: every setting once, with its default")
    func isShownInTheExample() throws {
        let lines = try String(contentsOf: Self.example, encoding: .utf8).split(separator: "\n").map(String.init)
        #expect(lines.filter { $0.hasPrefix("#PRAXIS_") } == Setting.all.map { "#\($0.key)=\($0.initial)" })
        #expect(lines.allSatisfy { $0.hasPrefix("#") })
    }

    @Test("is the same when the example file's lines are set")
    func defaultsAreTheDefaults() throws {
        let set = try Configuration.read(
            environment: [:],
            flags: Setting.all.map { (key: $0.key, value: $0.initial) }
        )
        let unset = try Configuration.read(environment: [:])
        #expect("\(set)" == "\(unset)")
    }

    @Test("takes the file, then the environment, then the flags")
    func laterWins() throws {
        let file = try Scratch.file(
            "# settings\nPRAXIS_HOST = localhost\n\nPRAXIS_PORT=1\nPRAXIS_SITE_NAME=\"Riverside = home\"\n"
        )
        let configuration = try Configuration.read(
            file: file.path,
            environment: ["PRAXIS_PORT": "2", "PRAXIS_DATA": "x"],
            flags: [(key: "PRAXIS_DATA", value: "y")]
        )
        #expect(configuration.host == "localhost")
        #expect(configuration.port == 2)
        #expect(configuration.data == "y")
        #expect(configuration.site.name == "Riverside = home")
        #expect(configuration.site.baseURL == "http://localhost:2")
    }

    @Test(
        "refuses a bad value, naming its key and not the value",
        arguments: [
            ("PRAXIS_PORT", "eighty"), ("PRAXIS_PORT", "65536"), ("PRAXIS_PORT", "-1"), ("PRAXIS_HOST", "a b"),
            ("PRAXIS_DATA", ""),
            ("PRAXIS_BASE_URL", "ftp://zzz"), ("PRAXIS_BASE_URL", "https://zzz/forum"), ("PRAXIS_BASE_URL", "https://"),
            ("PRAXIS_BASE_URL", "https://zzz:x"), ("PRAXIS_SENDMAIL", "sendmail zzz"), ("PRAXIS_MAIL_FROM", "zzz"),
            ("PRAXIS_SITE_NAME", ""), ("PRAXIS_TIME_ZONE", "Mars/zzz"), ("PRAXIS_LANGUAGES", "en,zzz"),
            ("PRAXIS_LANGUAGES", ""),
            ("PRAXIS_SIGN_UP", "zzz"), ("PRAXIS_TRUSTED_PROXIES", "10.0.0.1,zzz"), ("PRAXIS_LOG", "zzz"),
            ("PRAXIS_LIMITS", "zzz"),
        ]
    )
    func refusesBadValues(key: String, value: String) throws {
        let error = try #require(throws: ConfigurationError.self) { try Configuration.read(environment: [key: value]) }
        let sentence = Messages.sentence(try #require(error.problems.first))
        #expect(sentence.hasPrefix("\(key) must be "))
        #expect(!sentence.contains("zzz"))
    }

    @Test(
        "names the nearest key for one that it does not know",
        arguments: [
            ("PRAXIS_PROT", "PRAXIS_PORT"), ("PRAXIS_SEND_MAIL", "PRAXIS_SENDMAIL"),
            ("PRAXIS_BASEURL", "PRAXIS_BASE_URL"),
            ("PRAXIS_TIMEZONE", "PRAXIS_TIME_ZONE"), ("praxis_data", "PRAXIS_DATA"),
        ]
    )
    func namesTheNearest(typed: String, meant: String) throws {
        let file = try Scratch.file("\(typed)=1\n")
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.read(file: file.path, environment: [:])
        }
        #expect(error.problems == [.unknownKey(typed, nearest: meant)])
    }

    @Test("names everything that is wrong at once")
    func namesEverything() throws {
        let file = try Scratch.file("PRAXIS_PORT=8080\nPRAXIS_HOST\n")
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.read(file: file.path, environment: ["PRAXIS_LOGS": "info", "PRAXIS_LOG": "loud"])
        }
        #expect(error.problems.count == 3)
        #expect(error.problems.contains(.notASetting(line: 2)))
    }

    @Test("names a file that is not there")
    func namesTheFile() throws {
        let error = try #require(throws: ConfigurationError.self) {
            try Configuration.read(file: "/nowhere/praxis.conf", environment: [:])
        }
        #expect(Messages.sentence(try #require(error.problems.first)).contains("/nowhere/praxis.conf"))
    }

    @Test(
        "turns limits off on this machine alone",
        arguments: [
            ("http://127.0.0.1:9000", true), ("http://localhost", true), ("http://[::1]:1", true),
            ("https://forum.example.org", false),
            ("http://127.evil.example", false),
        ]
    )
    func limitsNeedLoopback(url: String, isAllowed: Bool) throws {
        let environment = ["PRAXIS_LIMITS": "off", "PRAXIS_BASE_URL": url]
        if isAllowed {
            #expect(try !Configuration.read(environment: environment).site.limitsAreOn)
        } else {
            let error = try #require(throws: ConfigurationError.self) {
                try Configuration.read(environment: environment)
            }
            #expect(error.problems == [.limitsNeedLoopback])
        }
    }

    @Test(
        "says in a sentence why a data folder cannot be used",
        arguments: [
            StoreError.inUse(folder: "/srv/x"), .notWritable(folder: "/srv/x", reason: "Read-only file system"), .newer,
            .full,
            .broken("file is not a database"),
        ]
    )
    func explainsTheFolder(error: StoreError) {
        #expect(Messages.sentence(error, folder: "/srv/x").contains("/srv/x"))
    }
}
