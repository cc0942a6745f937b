using System.Text.RegularExpressions;

namespace DetainerLedger.Infra.Tests;

public sealed partial class SecurityTests
{
    [Theory, MemberData(nameof(Deployment.Whole), MemberType = typeof(Deployment))]
    public void The_account_takes_identities_only_over_TLS_only_and_shows_nothing_to_the_public(string name)
    {
        var account = Deployment.Of(name).Only("Microsoft.Storage/storageAccounts").At("properties");
        Assert.False(account.Flag("allowSharedKeyAccess"));
        Assert.False(account.Flag("allowBlobPublicAccess"));
        Assert.False(account.Flag("allowCrossTenantReplication"));
        Assert.True(account.Flag("supportsHttpsTrafficOnly"));
        Assert.Equal("TLS1_2", account.Text("minimumTlsVersion"));
        Assert.All(
            Deployment.Of(name).All("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", container.Text("properties.publicAccess")));
    }

    [Theory, MemberData(nameof(Deployment.Whole), MemberType = typeof(Deployment))]
    public void What_is_deleted_or_overwritten_can_be_had_back(string name)
    {
        var blobs = Deployment.Of(name).Only("Microsoft.Storage/storageAccounts/blobServices").At("properties");
        Assert.True(blobs.Flag("isVersioningEnabled"));
        Assert.True(blobs.Flag("changeFeed.enabled"));
        Assert.True(blobs.Flag("deleteRetentionPolicy.enabled"));
        Assert.True(blobs.Flag("containerDeleteRetentionPolicy.enabled"));
        Assert.True(blobs.Flag("restorePolicy.enabled"));
        // Azure refuses it otherwise.
        Assert.InRange(blobs.At("restorePolicy.days").GetInt32(), 1, blobs.At("deleteRetentionPolicy.days").GetInt32() - 1);
        Assert.Equal("CanNotDelete", Deployment.Of(name).Only("Microsoft.Authorization/locks").Text("properties.level"));
    }

    [Theory, MemberData(nameof(Deployment.Whole), MemberType = typeof(Deployment))]
    public void The_lifecycle_touches_nothing_that_came_in(string name)
    {
        var rules = Deployment.Of(name).Only("Microsoft.Storage/storageAccounts/managementPolicies").At("properties.policy.rules");
        var prefixes = rules.EnumerateArray().SelectMany(rule => rule.At("definition.filters.prefixMatch").EnumerateArray()).ToList();
        Assert.NotEmpty(prefixes);
        Assert.DoesNotContain(prefixes, prefix => "reports/".StartsWith(prefix.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(prefixes, prefix => "originals/".StartsWith(prefix.ToString(), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Deployment.Whole), MemberType = typeof(Deployment))]
    public void The_app_takes_TLS_only_and_no_password(string name)
    {
        var app = Deployment.Of(name).Only("Microsoft.Web/sites");
        Assert.True(app.Flag("properties.httpsOnly"));
        Assert.Equal("1.2", app.Text("properties.siteConfig.minTlsVersion"));
        Assert.Equal("1.2", app.Text("properties.siteConfig.scmMinTlsVersion"));
        Assert.Equal("Disabled", app.Text("properties.siteConfig.ftpsState"));
        Assert.Equal("UserAssigned", app.Text("identity.type"));
        Assert.Equal("UserAssignedIdentity", app.Text("properties.functionAppConfig.deployment.storage.authentication.type"));
        var passwords = Deployment.Of(name).All("Microsoft.Web/sites/basicPublishingCredentialsPolicies");
        Assert.Equal(["ftp", "scm"], passwords.Select(policy => policy.Text("name").Split('/')[^1]).Order());
        Assert.All(passwords, policy => Assert.False(policy.Flag("properties.allow")));
    }

    [Theory, MemberData(nameof(Deployment.Whole), MemberType = typeof(Deployment))]
    public void Telemetry_takes_identities_only(string name)
    {
        Assert.True(Deployment.Of(name).Only("Microsoft.Insights/components").Flag("properties.DisableLocalAuth"));
        Assert.False(Deployment.Of(name).Only("Microsoft.Insights/components").Flag("properties.DisableIpMasking"));
        Assert.True(Deployment.Of(name).Only("Microsoft.OperationalInsights/workspaces").Flag("properties.features.disableLocalAuth"));
    }

    [Theory, MemberData(nameof(Deployment.Whole), MemberType = typeof(Deployment))]
    public void No_key_of_anything_is_in_it(string name) =>
        Assert.DoesNotMatch(KeyOfAnything(), Deployment.Of(name).ToString());

    [Fact]
    public void The_app_may_work_on_its_account_and_report_and_the_topic_may_put_dead_letters_away_and_no_one_may_more() =>
        Assert.Equal(
            [
                "components: 3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
                "containers/dead-letters: ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
                "storageAccounts: 0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
                "storageAccounts: 974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
                "storageAccounts: b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
            ],
            Roles(Deployment.Default));

    [Fact]
    public void An_operator_who_is_named_may_drop_files_read_originals_and_empty_the_poison_queue() =>
        Assert.Equal(
            [
                "containers/originals: 2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", // Storage Blob Data Reader
                "containers/reports: ba92f5b4-2d11-453d-a403-e96b0029c9fe", // Storage Blob Data Contributor
                "storageAccounts: 8a0f0c08-91a1-4084-bc3d-661d67233fed", // Storage Queue Data Message Processor
                // Of the app, for the secrets of subscriptions, which this deployment has.
                "vaults: 4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
            ],
            Roles(Deployment.PrivateNetwork).Except(Roles(Deployment.Default)));

    [Fact]
    public void In_a_private_network_the_account_answers_there_only_and_the_app_asks_there()
    {
        var account = Deployment.PrivateNetwork.Only("Microsoft.Storage/storageAccounts").At("properties");
        Assert.Equal("Disabled", account.Text("publicNetworkAccess"));
        Assert.Equal("Deny", account.Text("networkAcls.defaultAction"));

        var endpoints = Deployment.PrivateNetwork.All("Microsoft.Network/privateEndpoints")
            .SelectMany(endpoint => endpoint.At("properties.privateLinkServiceConnections").EnumerateArray())
            .SelectMany(connection => connection.At("properties.groupIds").EnumerateArray());
        Assert.Equal(["blob", "queue", "table"], endpoints.Select(group => group.ToString()).Order());

        var app = Deployment.PrivateNetwork.Only("Microsoft.Web/sites");
        Assert.EndsWith("/subnets/app", app.Text("properties.virtualNetworkSubnetId"), StringComparison.Ordinal);
        Assert.Empty(Deployment.Default.All("Microsoft.Network/virtualNetworks"));
    }

    // Of each role: the last of what it is given on, and the role's id.
    private static IEnumerable<string> Roles(Deployment deployment) =>
        deployment.All("Microsoft.Authorization/roleAssignments").Select(assignment =>
        {
            var on = assignment.Text("id").Split("/providers/Microsoft.Authorization/")[0].Split('/');
            var what = on[^2] == "containers" ? $"containers/{on[^1]}" : on[^2];
            return $"{what}: {assignment.Text("properties.roleDefinitionId").Split('/')[^1]}";
        }).Order(StringComparer.Ordinal);

    [GeneratedRegex("AccountKey|SharedAccessSignature|listKeys|InstrumentationKey=|[?&]code=", RegexOptions.IgnoreCase)]
    private static partial Regex KeyOfAnything();
}
