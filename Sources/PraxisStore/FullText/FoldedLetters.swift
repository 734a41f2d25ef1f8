import CSQLiteSettings
import GRDB
import PraxisDomain

/// `Folding`, for the full-text index's tokenizer and for SQL.
enum FoldedLetters {
    /// The callback by which the tokenizer folds one scalar.
    static let tell: praxis_fold = { value, letter in
        guard let letter, let scalar = Unicode.Scalar(value) else { return }
        let folded = Folding.folded(scalar)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: folded.scalars)
        withUnsafeMutableBytes(of: &letter.pointee.bytes) { bytes in
            let utf8 = String(text).utf8
            // The few longer results do not fit; those scalars stay unfolded.
            let told = utf8.count <= bytes.count ? Array(utf8) : Array(String(scalar).utf8)
            bytes.copyBytes(from: told)
            letter.pointee.size = UInt8(told.count)
        }
        letter.pointee.kind = folded.kind.rawValue
    }

    /// The SQL function `folded`, for migrations.
    static let function = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(Folding.folded)
    }
}
