// swift-tools-version: 6.1
import PackageDescription

/// Every target is compiled with the same strictness; ARCHITECTURE.md says what each of them is for.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func target(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// What the tests of a capability may use: they try the whole site by its pages, its API and its rows.
let site: [Target.Dependency] = [
    "PraxisForum", "PraxisWeb", "PraxisCapability", "PraxisCommunity", "PraxisMail", "PraxisStore", "PraxisCrypto",
    "PraxisWords", "PraxisDomain", "PraxisTesting", "Markdown", "HTML", hummingbird, httpTypes,
]

/// What every capability may use.
let kernel: [Target.Dependency] = [
    "PraxisCapability", "PraxisWeb", "PraxisCommunity", "PraxisMail", "PraxisStore", "PraxisCrypto", "PraxisWords",
    "PraxisDomain",
    "Markdown", "HTML", hummingbird, httpTypes, log,
]

/// Each capability with the others that it uses.
///
/// Places are people, communities, groups, standing and the audit log. `scripts/dependencies` prints how much is used.
let uses: KeyValuePairs<String, [Target.Dependency]> = [
    "PraxisOutbox": [],
    "PraxisPlaces": [],
    "PraxisThreads": ["PraxisPlaces"],
    "PraxisReactions": ["PraxisThreads", "PraxisDigest"],
    "PraxisBookmarks": ["PraxisThreads", "PraxisDigest"],
    "PraxisGatherings": ["PraxisPlaces", "PraxisThreads", "PraxisDigest"],
    "PraxisSearch": ["PraxisThreads"],
    "PraxisLive": [],
    "PraxisHome": ["PraxisPlaces", "PraxisThreads"],
    "PraxisDigest": ["PraxisPlaces", "PraxisThreads"],
    "PraxisWelcome": ["PraxisPlaces", "PraxisThreads", "PraxisDigest", "PraxisHome"],
    "PraxisTriage": ["PraxisPlaces", "PraxisThreads", "PraxisDigest"],
    "PraxisSite": [],
    "PraxisSetup": ["PraxisPlaces", "PraxisThreads", "PraxisOutbox", "PraxisSite"],
    "PraxisImport": [],
    "PraxisVerify": ["PraxisThreads"],
    "PraxisStyle": [],
]

/// The words and styles of all but these lie in their folder `Resources`.
let withoutResources: Set = ["PraxisLive", "PraxisVerify"]

let capabilities = uses.map { Target.Dependency.target(name: $0.key) }

let package = Package(
    name: "praxis",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "praxis", targets: ["praxis"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: uses.map { name, others in
        target(name, others + kernel, resources: withoutResources.contains(name) ? nil : [.embedInCode("Resources")])
    } + [
        .executableTarget(
            name: "praxis",
            dependencies: ["PraxisApp", "PraxisStore", "PraxisDomain", arguments],
            swiftSettings: settings
        ),
        target(
            "PraxisApp",
            capabilities + [
                "PraxisForum", "PraxisWeb", "PraxisCapability", "PraxisCommunity", "PraxisMail", "PraxisStore",
                "PraxisCrypto",
                "PraxisWords",
                "PraxisDomain", hummingbird, hummingbirdCore, nioCore, nioHTTP1, nioHTTPTypes, nioHTTPTypesHTTP1,
                httpTypes, log,
                lifecycle, "CMalloc",
            ]
        ),
        // The capabilities, each with what it may use; Forum.swift lists them.
        target("PraxisForum", capabilities + kernel),
        target(
            "PraxisCapability",
            [
                "PraxisWeb", "PraxisCommunity", "PraxisMail", "PraxisStore", "PraxisCrypto", "PraxisWords",
                "PraxisDomain", "HTML",
            ]
        ),
        target(
            "PraxisWeb",
            [
                "PraxisCommunity", "PraxisStore", "PraxisAssets", "PraxisCrypto", "PraxisWords", "PraxisDomain", "HTML",
                "CZlib", hummingbird, nioCore, httpTypes, log,
            ]
        ),
        target("PraxisCommunity", ["PraxisStore", "PraxisMail", "PraxisCrypto", "PraxisDomain", log]),
        target("PraxisMail", ["PraxisDomain"]),
        target("PraxisStore", ["PraxisDomain", "PraxisCrypto", "CSQLiteSettings", grdb, sqlite]),
        target("PraxisCrypto", ["COpenSSL"]),
        target("PraxisWords", ["PraxisDomain", "PraxisAssets"]),
        .target(
            name: "PraxisAssets",
            path: "Resources",
            exclude: ["demo"],
            sources: ["PraxisAssets.swift"],
            resources: [
                .embedInCode("styles/praxis.css"), .embedInCode("script/praxis.js"), .embedInCode("icons/praxis.svg"),
                .embedInCode("words/en.json"),
                .embedInCode("words/fr.json"),
            ],
            swiftSettings: settings
        ),
        target("Markdown", ["HTML", "CMarkGFM"]),
        target("HTML"),
        target("PraxisDomain"),
        target(
            "PraxisTesting",
            capabilities + [
                "PraxisApp", "PraxisForum", "PraxisWeb", "PraxisCapability", "PraxisCommunity", "PraxisMail",
                "PraxisStore", "PraxisCrypto",
                "PraxisWords", "PraxisDomain", hummingbird, nioCore, httpTypes, log,
            ]
        ),
        .systemLibrary(name: "CMarkGFM", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "CSQLiteSettings", linkerSettings: [.linkedLibrary("sqlite3")]),
        tests("HTMLTests", ["HTML"]),
        tests("MarkdownTests", ["Markdown", "HTML"]),
        tests("PraxisMailTests", ["PraxisMail", "PraxisDomain"]),
        tests("PraxisCryptoTests", ["PraxisCrypto"]),
        tests("PraxisDomainTests", ["PraxisDomain"]),
        tests("PraxisStoreTests", ["PraxisStore", "PraxisDomain"]),
        tests("ArchitectureTests", []),
        tests(
            "PraxisWordsTests",
            ["PraxisWords", "PraxisDomain", "PraxisForum", "PraxisCapability", hummingbird, httpTypes]
        ),
        tests(
            "PraxisWebTests",
            [
                "PraxisForum", "PraxisCapability", "PraxisWeb", "PraxisCommunity", "PraxisDomain", "PraxisTesting",
                "PraxisAssets", "CZlib", "HTML", hummingbird, httpTypes,
            ]
        ),
        tests(
            "PraxisAppTests",
            capabilities + [
                "PraxisApp", "PraxisForum", "PraxisWeb", "PraxisCapability", "PraxisCommunity", "PraxisMail",
                "PraxisStore", "PraxisDomain",
                "PraxisTesting",
                hummingbirdCore, nioCore, nioEmbedded, nioHTTP1, nioHTTPTypes, httpTypes, log,
            ]
        ),
    ] + (uses.map(\.key) + ["PraxisForum"]).map { tests($0 + "Tests", capabilities + site) }
)
