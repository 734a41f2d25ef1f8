// Schema text for the migrations of the search slice: FTS5, so another engine needs its own.
extension FullText {
    /// The index itself, over a view `searchable` of id, title, plain and thread.
    ///
    /// Up to `crisismerge` segments of one size may exist: the commit that adds the last of them merges them all at once. With FTS5's
    /// default of 16, that took some seconds after an import of a million posts.
    package static let schema: DDL = """
        CREATE VIRTUAL TABLE postSearch USING fts5 (
            title, plain, thread, content = 'searchable', content_rowid = 'id', tokenize = "porter praxis"
        );
        INSERT INTO postSearch (postSearch, rank) VALUES ('crisismerge', 32);
        """

    /// The data looked up for each hit.
    package static let placesSchema: DDL = """
        CREATE TABLE searchRow ( -- what is in the index, narrow
            postId \(.integer) PRIMARY KEY REFERENCES post (id),
            threadId \(.integer) NOT NULL,
            sizes \(.bytes) NOT NULL -- how many words title and text have, as FTS5 keeps it
        \(.rows);
        """

    /// An index of a table's folded names, maintained by triggers: whole words, without stemming.
    ///
    /// It uses FTS5's own tokenizer, since the text is already folded: any program can write to the table.
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
