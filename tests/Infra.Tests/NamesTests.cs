using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using DetainerLedger.Functions.Ingest;
using DetainerLedger.Storage;
using DetainerLedger.Storage.Blobs;
using DetainerLedger.Storage.Deliveries;
using DetainerLedger.Storage.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OneMachine;

namespace DetainerLedger.Infra.Tests;

/// <summary>What the templates call by name is called so in the app.</summary>
public sealed partial class NamesTests
{
    private static readonly JsonElement Subscription =
        Deployment.Subscription.Only("Microsoft.EventGrid/systemTopics/eventSubscriptions").At("properties");

    [Fact]
    public void The_app_s_containers_are_made() => Assert.Superset(
        new HashSet<string> { Containers.Reports, Containers.Originals },
        LastNames("Microsoft.Storage/storageAccounts/blobServices/containers"));

    [Fact]
    public void The_app_s_tables_are_made()
    {
        var tables = new LedgerTables(new TableServiceClient("UseDevelopmentStorage=true"), new LedgerStorageOptions().TablePrefix);
        var deliveries = new DeliveryTables(new TableServiceClient("UseDevelopmentStorage=true"), new LedgerStorageOptions().TablePrefix);
        var names = typeof(LedgerTables).GetProperties().Where(property => property.PropertyType == typeof(TableClient))
            .Select(property => ((TableClient)property.GetValue(tables)!).Name)
            .Concat(typeof(DeliveryTables).GetProperties().Select(property => ((TableClient)property.GetValue(deliveries)!).Name));
        Assert.Equal(names.ToHashSet(), LastNames("Microsoft.Storage/storageAccounts/tableServices/tables"));
    }

    [Fact]
    public void The_app_s_queues_are_made() =>
        Assert.Equal([DeliveryQueues.Deliveries, DeliveryQueues.Dispatches], LastNames("Microsoft.Storage/storageAccounts/queueServices/queues").Order());

    [Fact]
    public void Events_of_the_container_that_the_trigger_watches_go_to_its_function()
    {
        var run = typeof(ReportUploaded).GetMethod(nameof(ReportUploaded.Run))!;
        var function = run.GetCustomAttribute<FunctionAttribute>()!;
        var trigger = Assert.Single(run.GetParameters().Select(it => it.GetCustomAttribute<BlobTriggerAttribute>()).OfType<BlobTriggerAttribute>());
        Assert.Equal(BlobTriggerSource.EventGrid, trigger.Source);
        Assert.Equal($"/blobServices/default/containers/{trigger.BlobPath.Split('/')[0]}/", Subscription.Text("filter.subjectBeginsWith"));
        var address = Subscription.Text("destination.properties.endpointUrl");
        Assert.Contains($"functionName=Host.Functions.{function.Name}&", address, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_are_not_delivered_are_kept_by_the_topic_s_identity()
    {
        Assert.Equal("SystemAssigned", Deployment.Default.Only("Microsoft.EventGrid/systemTopics").Text("identity.type"));
        Assert.Equal("SystemAssigned", Subscription.Text("deadLetterWithResourceIdentity.identity.type"));
        var container = Subscription.Text("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName");
        Assert.Contains(container, LastNames("Microsoft.Storage/storageAccounts/blobServices/containers"));
    }

    [Fact]
    public void An_alert_selects_events_that_the_app_logs_by_their_id()
    {
        var logged = typeof(ReportUploaded).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.NonPublic | BindingFlags.Instance))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
            .ToLookup(message => $"{message.EventId}");
        var queries = Deployment.Default.All("Microsoft.Insights/scheduledQueryRules")
            .SelectMany(alert => alert.At("properties.criteria.allOf").EnumerateArray()).Select(criterion => criterion.Text("query")).ToList();

        Assert.Equal(7, queries.Count);
        Assert.All(queries, query =>
        {
            // The category of a log is its type's name.
            Assert.Contains("tostring(Properties.CategoryName) startswith \"DetainerLedger.\"", query, StringComparison.Ordinal);
            var ids = EventId().Matches(query).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(ids);
            Assert.All(ids, id => Assert.True(Assert.Single(logged[id]).Level >= LogLevel.Warning));
        });
    }

    [Theory, MemberData(nameof(Alerts))]
    public void The_meaning_of_each_alert_is_documented(string name) => Assert.Contains(
        $"- **`{name}`**", File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md")), StringComparison.Ordinal);

    public static TheoryData<string> Alerts =>
    [
        .. Deployment.Default.All("Microsoft.Insights/scheduledQueryRules")
            .Concat(Deployment.Default.All("Microsoft.Insights/metricAlerts"))
            .Select(alert => alert.Text("name"))
    ];

    [Theory]
    [InlineData("preprovision")]
    [InlineData("postdeploy")]
    public void A_hook_is_there_for_both_shells_and_reads_what_azd_and_the_template_give_it(string hook)
    {
        var given = Deployment.Default.Outputs.Append("AZURE_SUBSCRIPTION_ID").ToHashSet();
        foreach (var extension in new[] { "sh", "ps1" })
        {
            var script = $"infra/hooks/{hook}.{extension}";
            Assert.Contains($"run: {script}", File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml")), StringComparison.Ordinal);
            var text = File.ReadAllText(Path.Combine(Repository.Root, script));
            var read = Variable().Matches(text).Select(match => match.Value).ToHashSet();
            Assert.NotEmpty(read);
            Assert.Subset(given, read);
        }
    }

    private static HashSet<string> LastNames(string type) =>
        [.. Deployment.Default.All(type).Select(resource => resource.Text("name").Split('/')[^1])];

    [GeneratedRegex("\"([0-9]{4})\"")]
    private static partial Regex EventId();

    [GeneratedRegex("(AZURE|LEDGER)_[A-Z_]+")]
    private static partial Regex Variable();
}
