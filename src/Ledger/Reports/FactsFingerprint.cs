using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DetainerLedger.Places;

namespace DetainerLedger.Reports;

/// <summary>
/// Identifies files that state the same facts, regardless of where the facts are in the file and of its format:
/// a SHA-256, in lower-case hex, over every fact in its order. Source locations are excluded.
/// A place is identified by its id, so that <c>TX</c> and <c>Texas</c> are the same, or without a state by its printed name.
/// </summary>
public static class FactsFingerprint
{
    public static string Of(WeeklyReport report)
    {
        using var facts = new FactsHash("weekly-report/1");
        facts.Add(report.Period.Start);
        facts.Add(report.Period.End);
        facts.Add(report.DetainersIssued);
        facts.Add(report.DeclinedAsStated);
        facts.Add(report.HighestVolumeTotal);
        facts.Add(report.HighestVolume, row =>
        {
            facts.Add(row.Jurisdiction, row.AsPrinted);
            facts.Add(row.Issued);
        });
        facts.Add(report.Declines, row =>
        {
            facts.Add(row.Jurisdiction, row.AsPrinted);
            facts.Add(row.Agency);
            facts.Add(row.Citizenship);
            facts.Add(row.Issued);
            facts.Add(row.Declined);
            facts.Add(row.Reason);
            facts.Add(row.Activity);
            facts.Add(row.Disposition);
        });
        facts.Add(report.Listings, row =>
        {
            facts.Add(row.Jurisdiction, row.AsPrinted);
            facts.Add(row.Aor);
            facts.Add(row.Enacted);
            facts.Add(row.Policy);
            facts.Add(row.Criteria, facts.Add);
        });
        facts.Add(report.Notices, notice => facts.Add(notice.Text));
        facts.Add(report.SectionTitles, facts.Add);
        facts.Add(report.Scope);
        facts.Add(report.Definition);
        return facts.Finish();
    }

    public static string Of(CorrectionNotice notice)
    {
        using var facts = new FactsHash("correction-notice/1");
        facts.Add(notice.Title);
        facts.Add(notice.Dated);
        facts.Add(notice.Statement);
        facts.Add(notice.Corrections, row =>
        {
            facts.Add(row.Week);
            facts.Add((int)row.Section);
            facts.Add(row.Jurisdiction, row.AsPrinted);
            facts.Add(row.Reason);
            facts.Add(row.Was);
            facts.Add(row.Is);
        });
        return facts.Finish();
    }

    // Every value is written with its length or a marker of its absence, so that different facts never give the same bytes.
    private sealed class FactsHash : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public FactsHash(string kind) => Add(kind);

        public void Add(string? text)
        {
            Number(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
            if (text is not null) _hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        public void Add(int? number)
        {
            Number(number is null ? 0 : 1);
            Number(number ?? 0);
        }

        public void Add(DateOnly? day) => Add(day?.DayNumber);

        public void Add(Jurisdiction jurisdiction, string asPrinted)
        {
            Add(jurisdiction.Id);
            if (jurisdiction.Id is null) Add(asPrinted);
        }

        public void Add<T>(IReadOnlyList<T> rows, Action<T> add)
        {
            Number(rows.Count);
            foreach (var row in rows) add(row);
        }

        public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public void Dispose() => _hash.Dispose();

        private void Number(int number)
        {
            Span<byte> bytes = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            _hash.AppendData(bytes);
        }
    }
}
