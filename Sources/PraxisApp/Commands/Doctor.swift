import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisStore

/// One check of the doctor.
struct DoctorCheck: Sendable {
    enum Result: String, Sendable { case ok, warn, fail }

    let result: Result
    let what: String

    static func ok(_ what: String) -> DoctorCheck { DoctorCheck(result: .ok, what: what) }
    static func warn(_ what: String) -> DoctorCheck { DoctorCheck(result: .warn, what: what) }
    static func fail(_ what: String) -> DoctorCheck { DoctorCheck(result: .fail, what: what) }
}

extension CommandContext {
    /// Reports the result of each check; their numbers do not change.
    ///
    /// The settings are those that the command has read (`Configuration.values`). Returns 1 if a check has failed.
    func examine(_ settings: [String: String], _ output: Output) async throws -> Int32 {
        let checks = [
            self.settings(settings), folder(), space(), try await integrity(), try await search(),
            program(), try await mail(),
            address(), proxies(),
        ]
        for (index, check) in checks.enumerated() { output.out(Messages.check(index + 1, check.result, check.what)) }
        return checks.contains { $0.result == .fail } ? 1 : 0
    }

    private func settings(_ read: [String: String]) -> DoctorCheck {
        let own = configuration.values
        let changed = Set(own.keys).union(read.keys).filter { own[$0] != read[$0] }.sorted()
        return changed.isEmpty
            ? .ok("the settings are understood, and are those that the site runs with")
            : .warn("the site was started with another \(changed.joined(separator: ", ")): restart it")
    }

    private func folder() -> DoctorCheck {
        let path = configuration.data
        var status = stat()
        guard stat(path, &status) == 0 else { return .fail("the data folder \(path) cannot be read") }
        if status.st_uid != getuid() { return .warn("the data folder \(path) belongs to another user: chown it") }
        if status.st_mode & 0o077 != 0 { return .warn("others can look into the data folder \(path): chmod 700") }
        return .ok("the data folder \(path) belongs to this user alone")
    }

    private func space() -> DoctorCheck {
        var status = statvfs()
        guard statvfs(configuration.data, &status) == 0 else {
            return .fail("the free space for the data folder cannot be read")
        }
        let free = Int(clamping: status.f_bavail) * Int(clamping: status.f_frsize)
        var file = stat()
        let size = stat(env.store.folder.database, &file) == 0 ? Int(file.st_size) : 0
        let sizes = "\(free / 1_000_000) MB are free, the database has \(size / 1_000_000) MB"
        return free < 2 * size + 100_000_000 ? .warn(sizes + ": too little for a backup beside it") : .ok(sizes)
    }

    private func integrity() async throws -> DoctorCheck {
        let (damage, fault) = try await env.store.read { db in
            (
                try db.damage(),
                try SchemaFault.first(db, migrations: env.capabilities.migrations)
            )
        }
        if let first = damage.first { return .fail("the database file is damaged (\(first)): restore a backup") }
        return fault == nil
            ? .ok("the database file is whole, and its schema is of this version")
            : .fail("the database file is not made as this version makes it: restore a backup")
    }

    private func search() async throws -> DoctorCheck {
        let (indexed, published) = try await env.store.read { db in
            (
                try db.first("SELECT count(*) FROM postSearch_docsize" as SQL<Int>) ?? 0,
                try db.first("SELECT count(*) FROM post WHERE state = 'published'" as SQL<Int>) ?? 0
            )
        }
        return indexed == published
            ? .ok("the search index holds the \(published) published posts")
            : .fail("the search index holds \(indexed) of \(published) published posts")
    }

    private func program() -> DoctorCheck {
        let program = Sendmail(setting: configuration.sendmail)?.program ?? ""
        return FileManager.default.isExecutableFile(atPath: program)
            ? .ok("the mail program \(program) is there")
            : .fail("there is no mail program \(program): install one, or set PRAXIS_SENDMAIL")
    }

    private func mail() async throws -> DoctorCheck {
        let now = env.clock()
        let (failed, late) = try await env.store.read { db in
            (
                try db.first("SELECT count(*) FROM outbox WHERE state = 'failed'" as SQL<Int>) ?? 0,
                try db.first(
                    "SELECT count(*) FROM outbox WHERE state = 'waiting' AND (attempts > 0 OR dueAt < \(now - .hours(1)))"
                        as SQL<Int>
                ) ?? 0
            )
        }
        if failed + late == 0 { return .ok("no email has been waiting for long, and none has failed") }
        return .warn(
            "emails waiting for an email system that does not take them: \(late), failed: \(failed). See praxis mail queue"
        )
    }

    private func address() -> DoctorCheck {
        let site = configuration.site
        if site.isSecure { return .ok("the base URL is \(site.baseURL)") }
        return configuration.isOnLoopback
            ? .ok("the base URL \(site.baseURL) is for this machine alone")
            : .warn("the base URL \(site.baseURL) is not https: sessions can be read on the way")
    }

    private func proxies() -> DoctorCheck {
        let isBehindProxy = configuration.site.isSecure
        return isBehindProxy && configuration.site.trustedProxies.isEmpty
            ? .warn("PRAXIS_TRUSTED_PROXIES is empty: behind a proxy everyone has the proxy's address")
            : .ok("the trusted proxies are set as the base URL needs it")
    }
}
