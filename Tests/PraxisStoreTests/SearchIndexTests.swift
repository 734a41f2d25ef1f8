import PraxisDomain
import PraxisStore
import Testing

@Suite("The search index")
struct SearchIndexTests {
    @Test("stays in step when a post is written and taken out in one command, or in two of one group")
    func searchRows() async throws {
        let scratch = try Scratch()
        _ = try await scratch.writer.write { db in
            let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('', 'heron') RETURNING id")
            db.indexForSearch(id)
            try db.removeFromSearch(id)
            try db.run("UPDATE post SET plain = 'egret' WHERE id = \(id)")
            db.indexForSearch(id)
        }
        #expect(try await scratch.found("heron") == [])
        #expect(try await scratch.found("egret") == [1])
        _ = try await scratch.writer.write { db in
            try db.removeFromSearch(PostID(rawValue: 1))
            try db.run("UPDATE post SET plain = 'crane' WHERE id = 1")
            db.indexForSearch(PostID(rawValue: 1))
        }
        #expect(try await scratch.found("egret") == [])
        #expect(try await scratch.found("crane") == [1])
    }

    @Test("ranks as bm25 does, whatever the length of a post and the number of words")
    func ranks() async throws {
        let scratch = try Scratch(), words = ["heron", "egret", "crane", "the", "marsh"]
        for number in 0..<120 {
            let text = (0...number % 17).map { words[($0 * number + $0) % words.count] }.joined(separator: " ")
            _ = try await scratch.add("\(number) \(text)")
        }
        for wanted in [["heron"], ["the"], ["heron", "marsh"], ["the heron", "crane"], ["119"]] {
            let pairs = try await scratch.store.read { db in
                try db.all(
                    """
                    SELECT \(FullText.rank), CAST(bm25(postSearch, 8.0, 1.0) * 1000000000 AS INTEGER)
                    FROM \(FullText.index)\(FullText.places) WHERE \(FullText.matches(wanted))
                    """ as SQL<Pair<Int64>>
                )
            }
            #expect(!pairs.isEmpty && pairs.allSatisfy { $0.first == $0.second }, "\(wanted)")
        }
    }

    @Test("is merged bit by bit after many rows, and by nobody's commit all at once")
    func merging() async throws {
        let scratch = try Scratch()
        // What is written at once is one part of the index.
        for batch in 0..<20 {
            _ = try await scratch.writer.write { db in
                for number in 0..<500 {
                    let id: PostID = try db.insert(
                        "INSERT INTO post (title, plain) VALUES ('', \("heron \(batch) word\(number)")) RETURNING id"
                    )
                    db.indexForSearch(id)
                }
            }
        }
        let before = try await parts(of: scratch)
        #expect(before == 20)
        var steps = 0
        while try await scratch.writer.write({ db in try db.mergeSearch(pages: 8) }).value { steps += 1 }
        #expect(steps > 1)
        #expect(try await parts(of: scratch) == 1)
        #expect(try await scratch.found("heron").count == 10_000)
        #expect(try await scratch.found("word7").count == 20)
    }

    private func parts(of scratch: Scratch) async throws -> Int? {
        try await scratch.store.read { db in
            try db.first("SELECT count(DISTINCT segid) FROM postSearch_idx" as SQL<Int>)
        }
    }

    @Test(
        "cuts snippets around the hits, from the beginning of a sentence where one is near",
        arguments: [
            (["heron"], "A [heron] stood there."), (["stood there"], "A heron [stood there]."),
            (["nowhere"], nil), (["bird"], "A heron stood there."),
            (["seven"], "…Number six is far away. Number [seven] is here, number [seven]"),
        ] as [([String], String?)]
    )
    func snippets(wanted: [String], beginning: String?) async throws {
        let scratch = try Scratch()
        let long = (0..<40).map { "Word\($0)" }.joined(separator: " ")
        let six = "Number six is far away.", seven = "Number seven is here, number seven is not \(long)"
        let texts = ["A heron stood there.", "\(long). \(six) \(seven)"]
        for text in texts {
            _ = try await scratch.writer.write { db in
                let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('bird', \(text)) RETURNING id")
                db.indexForSearch(id)
            }
        }
        let found = try await scratch.store.read { db in
            try db.first(
                """
                SELECT \(FullText.snippet(wanted)) FROM \(FullText.index) WHERE \(FullText.matches(wanted))
                ORDER BY \(FullText.post)
                """ as SQL<String>
            )
        }
        let marked = found?.replacing(String(FullText.hitStart), with: "[").replacing(
            String(FullText.hitEnd),
            with: "]"
        )
        #expect(marked?.split(separator: " ").prefix(11).joined(separator: " ") == beginning || marked == beginning)
        #expect((marked?.split(separator: " ").count ?? 0) <= 32)
    }

    @Test("indexes many posts at once as it does one, from their texts or with texts that are known")
    func manySearchRows() async throws {
        let scratch = try Scratch()
        for round in 0..<3 {
            _ = try await scratch.writer.write { db in
                for number in 0..<600 {
                    let plain = "\(FullText.hitStart)heron\(FullText.hitEnd) \(round) \(number)"
                    let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('', \(plain)) RETURNING id")
                    if round == 1 {
                        db.indexForSearch(id)
                    } else {
                        db.indexForSearch(id, number: 2, of: "", plain: plain)
                    }
                }
            }
        }
        #expect(try await scratch.found("heron").count == 1_800)
        #expect(try await scratch.found("599").count == 3)
        let setting = try await scratch.store.read { db in
            try db.first("SELECT v FROM postSearch_config WHERE k = 'automerge'" as SQL<Int>)
        }
        #expect(setting == 4)
        _ = try await scratch.writer.write { db in
            try db.run("INSERT INTO postSearch (postSearch, rank) VALUES ('integrity-check', 1)")
        }
    }

    private struct Pair<Value: RowDecodable & Sendable>: RowDecodable, Sendable {
        let first: Value
        let second: Value
        init(_ columns: inout Columns) throws { (first, second) = (try Value(&columns), try Value(&columns)) }
    }
}
