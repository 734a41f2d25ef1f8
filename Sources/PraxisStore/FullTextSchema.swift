// What the migrations of the slice that searches are made of: FTS5, which another engine has its own of.
extension FullText {
    /// The index itself, over a view `searchable` of id, title, plain and thread.
    ///
    /// As many parts of one size as `crisismerge` says may lie side by side: that many are merged at once inside whichever commit adds
    /// the last of them. With FTS5's own 16 it was some seconds after an import of a million posts.
    package static let schema: DDL = """
        CREATE VIRTUAL TABLE postSearch USING fts5 (
            title, plain, thread, content = 'searchable', content_rowid = 'id', tokenize = "porter praxis"
        );
        INSERT INTO postSearch (postSearch, rank) VALUES ('crisismerge', 32);
        """

    /// What is looked up for each hit.
    package static let placesSchema: DDL = """
        CREATE TABLE searchRow ( -- what is in the index, narrow
            postId \(.integer) PRIMARY KEY REFERENCES post (id),
            threadId \(.integer) NOT NULL,
            sizes \(.bytes) NOT NULL -- how many words title and text have, as FTS5 keeps it
        \(.rows);
        """

    /// The index of the folded names in a table, which its triggers keep: whole words as they are, without stems.
    ///
    /// Its tokenizer is FTS5's own, since the text is folded: the table can be written by any program.
    package static func namesSchema(of table: NamedTable) -> DDL {
        let name = table.rawValue, index = name + "Search"
        let removal = "INSERT INTO \(index) (\(index), rowid, nameFolded) VALUES ('delete', OLD.id, OLD.nameFolded);"
        let addition = "INSERT INTO \(index) (rowid, nameFolded) VALUES (NEW.id, NEW.nameFolded);"
        return DDL(
            stringLiteral: """
                CREATE VIRTUAL TABLE \(index) USING fts5 (
                    nameFolded, content = '\(name)', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 0"
                );
                CREATE TRIGGER \(name)_is_named AFTER INSERT ON "\(name)" BEGIN \(addition) END;
                CREATE TRIGGER \(name)_is_renamed AFTER UPDATE OF nameFolded ON "\(name)" BEGIN \(removal) \(addition) END;
                CREATE TRIGGER \(name)_is_removed AFTER DELETE ON "\(name)" BEGIN \(removal) END;
                """
        )
    }
}
