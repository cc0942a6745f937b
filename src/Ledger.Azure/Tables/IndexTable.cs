using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using DetainerLedger.History;
using DetainerLedger.Reports;

namespace DetainerLedger.Storage.Tables;

/// <summary>
/// The index, which defines what readers see. A publication becomes visible by one transaction here, which updates a week's entry
/// (or adds a notice) and the head together, and fails if another writer changed that entry meanwhile.
/// </summary>
internal sealed class IndexTable(TableClient table)
{
    private const string Version = "Version";

    public async Task<LedgerIndex> Read(CancellationToken cancellation)
    {
        var weeks = new List<IReadOnlyList<Revision>>();
        var notices = new List<PublishedNotice>();
        var files = new List<FileEvent>();
        var questions = new List<RowQuestion>();
        var withdrawals = new Dictionary<string, QuestionWithdrawal>(StringComparer.Ordinal);
        var version = "";
        // The head sorts first, so it is never newer than the entries after it: at worst, a reader checks once more.
        await foreach (var entity in table.QueryAsync<TableEntity>(entity => entity.PartitionKey == Keys.Index, cancellationToken: cancellation))
        {
            if (entity.RowKey == Keys.Head) version = VersionOf(entity);
            else if (entity.RowKey.StartsWith(Keys.Weeks, StringComparison.Ordinal)) weeks.Add(Revisions(entity));
            else if (entity.RowKey.StartsWith(Keys.Files, StringComparison.Ordinal)) files.Add(Unpack(entity, StoredJson.Default.FileEvent));
            else if (entity.RowKey.StartsWith(Keys.Notices, StringComparison.Ordinal)) notices.Add(Notice(entity));
            else if (entity.RowKey.StartsWith(Keys.Questions, StringComparison.Ordinal)) questions.Add(Unpack(entity, StoredJson.Default.RowQuestion));
            else if (entity.RowKey.StartsWith(Keys.Withdrawals, StringComparison.Ordinal))
            {
                var withdrawal = Unpack(entity, StoredJson.Default.QuestionWithdrawal);
                withdrawals.Add(withdrawal.QuestionId, withdrawal);
            }
            // Whatever a later version stores here is not for this one.
        }

        var all = questions.Select(question => question with { Withdrawn = withdrawals.GetValueOrDefault(question.Id) });
        return new LedgerIndex(weeks, notices, version, files, all);
    }

    /// <summary>The current version of the index, by one point read.</summary>
    public async Task<string> ReadVersion(CancellationToken cancellation)
    {
        var head = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Index, Keys.Head, cancellationToken: cancellation);
        return head.HasValue ? VersionOf(head.Value!) : "";
    }

    public async Task<WeekEntry> FindWeek(DateOnly week, CancellationToken cancellation)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Index, Keys.Week(week), cancellationToken: cancellation);
        return entity.HasValue ? new WeekEntry(Revisions(entity.Value!), entity.Value!.ETag) : new WeekEntry([], null);
    }

    /// <param name="revisions">All revisions of the week.</param>
    /// <param name="version">The new version of the index, which must never have been used before.</param>
    /// <returns>False when the week's entry has been changed since it was read.</returns>
    public Task<bool> TryMove(WeekEntry entry, IReadOnlyList<Revision> revisions, string version, CancellationToken cancellation)
    {
        var inForce = InForceOrder.InForce(revisions)!;
        var entity = new TableEntity(Keys.Index, Keys.Week(inForce.Week))
        {
            // For people who open the table in other tools. The ledger itself reads the packed document.
            ["Week"] = ReportingWeek.Name(inForce.Week),
            ["Revision"] = inForce.Number,
            ["DetainersIssued"] = inForce.Totals.DetainersIssued,
            ["DetainersDeclined"] = inForce.Totals.DetainersDeclined,
            ["JurisdictionsListed"] = inForce.Totals.JurisdictionsListed,
        }.With(Packed.Pack(revisions, StoredJson.Default.IReadOnlyListRevision));
        return TryMove(
            entry.ETag is { } etag
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, etag)
                : new TableTransactionAction(TableTransactionActionType.Add, entity),
            version,
            cancellation);
    }

    public async Task<PublishedNotice?> FindNotice(string fingerprint, CancellationToken cancellation)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(Keys.Index, Keys.Notice(fingerprint), cancellationToken: cancellation);
        return entity.HasValue ? Notice(entity.Value!) : null;
    }

    /// <returns>False when the ledger already has the notice.</returns>
    public Task<bool> TryAdd(PublishedNotice notice, CancellationToken cancellation) => TryMove(
        new TableTransactionAction(
            TableTransactionActionType.Add,
            new TableEntity(Keys.Index, Keys.Notice(notice.Fingerprint)).With(Packed.Pack(notice, StoredJson.Default.PublishedNotice))),
        notice.ReportId.ToString(),
        cancellation);

    /// <returns>False when the ledger already has the event.</returns>
    public Task<bool> TryAdd(FileEvent file, string version, CancellationToken cancellation) =>
        TryAdd(Keys.File(file.Id), Packed.Pack(file, StoredJson.Default.FileEvent), version, cancellation);

    /// <returns>False when it has been recorded already.</returns>
    public Task<bool> TryAdd(RowQuestion question, string version, CancellationToken cancellation) =>
        TryAdd(Keys.Questions + question.Id, Packed.Pack(question, StoredJson.Default.RowQuestion), version, cancellation);

    /// <returns>False when the question has been withdrawn already.</returns>
    public Task<bool> TryAdd(QuestionWithdrawal withdrawal, string version, CancellationToken cancellation) => TryAdd(
        Keys.Withdrawals + withdrawal.QuestionId, Packed.Pack(withdrawal, StoredJson.Default.QuestionWithdrawal), version, cancellation);

    private Task<bool> TryAdd(string key, byte[] packed, string version, CancellationToken cancellation) => TryMove(
        new TableTransactionAction(TableTransactionActionType.Add, new TableEntity(Keys.Index, key).With(packed)), version, cancellation);

    private async Task<bool> TryMove(TableTransactionAction entry, string version, CancellationToken cancellation)
    {
        var head = new TableEntity(Keys.Index, Keys.Head) { [Version] = version };
        try
        {
            await table.SubmitTransactionAsync([entry, new TableTransactionAction(TableTransactionActionType.UpsertReplace, head)], cancellation);
            return true;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == TableErrorCode.EntityAlreadyExists || failure.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            return false;
        }
    }

    /// <param name="head">The entity with the key <see cref="Keys.Head"/>.</param>
    public static string VersionOf(TableEntity head) => head.GetString(Version);

    public static IReadOnlyList<Revision> Revisions(TableEntity entity) =>
        Packed.Unpack(Packed.Read(entity), StoredJson.Default.IReadOnlyListRevision);

    public static PublishedNotice Notice(TableEntity entity) => Unpack(entity, StoredJson.Default.PublishedNotice);

    private static T Unpack<T>(TableEntity entity, JsonTypeInfo<T> type) => Packed.Unpack(Packed.Read(entity), type);
}

/// <param name="ETag">Null when the week has no entry yet.</param>
internal sealed record WeekEntry(IReadOnlyList<Revision> Revisions, ETag? ETag)
{
    /// <summary>The week's revisions, with this one replacing the one with the same number.</summary>
    public IReadOnlyList<Revision> With(Revision altered) => [.. Revisions.Select(each => each.Number == altered.Number ? altered : each)];
}
