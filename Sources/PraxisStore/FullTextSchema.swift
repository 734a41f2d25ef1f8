// What the migrations of the slice that searches are made of.
extension FullText {
    /// What is looked up for each hit, for a migration of the slice that searches; filled from the index where there is one.
    package static let placesSchema = """
        CREATE TABLE searchRow ( -- what is in the index, narrow
            postId INTEGER PRIMARY KEY REFERENCES post (id),
            threadId INTEGER NOT NULL,
            sizes BLOB NOT NULL -- how many words title and text have, as FTS5 keeps it
        ) STRICT;
        INSERT INTO searchRow (postId, threadId, sizes)
            SELECT d.id, p.threadId, d.sz FROM postSearch_docsize d JOIN post p ON p.id = d.id ORDER BY d.id;
        """

    /// The index as it was first, over a view of id, title and plain.
    package static let firstSchema = """
        CREATE VIRTUAL TABLE postSearch USING fts5 (
            title, plain, content = 'searchable', content_rowid = 'id',
            tokenize = "porter unicode61 remove_diacritics 2"
        )
        """

    /// How many parts of the index of one size may lie side by side, for a migration of the slice that searches.
    ///
    /// That many are merged at once inside whichever commit adds the last of them: with FTS5's own 16 it was some seconds after an
    /// import of a million posts.
    package static let mergesSchema = "INSERT INTO postSearch (postSearch, rank) VALUES ('crisismerge', 32)"

    /// The index itself, over a view `searchable` of id, title, plain and thread.
    package static let schema = """
        CREATE VIRTUAL TABLE postSearch USING fts5 (
            title, plain, thread, content = 'searchable', content_rowid = 'id', tokenize = "porter praxis"
        );
        """

    /// Fills the index again, and what is kept beside it, with the posts that were in it.
    package static let refill = """
        INSERT INTO postSearch (rowid, title, plain, thread)
            SELECT s.id, s.title, s.plain, s.thread FROM searchRow r JOIN searchable s ON s.id = r.postId ORDER BY r.postId;
        UPDATE searchRow SET sizes = (SELECT sz FROM postSearch_docsize WHERE id = searchRow.postId);
        """

    /// The index of the folded names in a table, which its triggers keep: whole words as they are, without stems.
    ///
    /// Its tokenizer is FTS5's own, since the text is folded: the table can be written by any program.
    package static func namesSchema(of table: NamedTable) -> String {
        let name = table.rawValue, index = name + "Search"
        let removal = "INSERT INTO \(index) (\(index), rowid, nameFolded) VALUES ('delete', OLD.id, OLD.nameFolded);"
        let addition = "INSERT INTO \(index) (rowid, nameFolded) VALUES (NEW.id, NEW.nameFolded);"
        return """
            CREATE VIRTUAL TABLE \(index) USING fts5 (
                nameFolded, content = '\(name)', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
            );
            INSERT INTO \(index) (\(index)) VALUES ('rebuild');
            CREATE TRIGGER \(name)_is_named AFTER INSERT ON "\(name)" BEGIN \(addition) END;
            CREATE TRIGGER \(name)_is_renamed AFTER UPDATE OF nameFolded ON "\(name)" BEGIN \(removal) \(addition) END;
            CREATE TRIGGER \(name)_is_removed AFTER DELETE ON "\(name)" BEGIN \(removal) END;
            """
    }
}
