using System.ComponentModel.DataAnnotations;

namespace LocalHost.Host;

/// <summary>Bound to the section <c>LocalHost</c>.</summary>
public sealed class LocalHostOptions
{
    public const string Section = "LocalHost";

    /// <summary>Where HTTP functions are served; 0 takes any free one, which is printed.</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 7071;

    /// <summary>The address that is listened on: <c>localhost</c> or an IP address; 0.0.0.0 is any.</summary>
    [Required]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>The key that functions want. Needed as soon as one function wants a key.</summary>
    public string? Key { get; set; }

    /// <summary>Opens everything: <c>/admin</c> and functions of the level <c>Admin</c> want it. The other key if left out.</summary>
    public string? MasterKey { get; set; }

    /// <summary>Names the app among those that share a storage account: what was seen and when timers ran is noted under it.</summary>
    [Required, RegularExpression("[A-Za-z0-9-]{1,64}")]
    public string Id { get; set; } = "localhost";

    /// <summary>How often the containers of blob triggers are looked at, in seconds.</summary>
    [Range(0.05, 3600.0)]
    public double BlobPollSeconds { get; set; } = 1;

    /// <summary>How long a blob waits after its first failure, in seconds; it doubles with each.</summary>
    [Range(0.01, 3600.0)]
    public double BlobRetrySeconds { get; set; } = 1;

    /// <summary>How long functions that run may take to end when the app stops, in seconds.</summary>
    [Range(0.0, 600.0)]
    public double StopSeconds { get; set; } = 10;

    /// <summary>Stops the app when its standard input ends: so it never outlives the program that started it.</summary>
    public bool StopWithStandardInput { get; set; }
}
