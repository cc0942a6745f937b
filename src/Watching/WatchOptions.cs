using System.ComponentModel.DataAnnotations;

namespace DetainerLedger.Watching.Http;

/// <summary>Bound to the section <c>Sources</c>, whose numbered entries are the sources.</summary>
public sealed class WatchOptions
{
    public const string Section = "Sources";

    /// <summary>Who to contact about the requests: an address that is sent with each. It is required when there are sources.</summary>
    public string Contact { get; set; } = "";

    /// <summary>How far apart two looks must be to confirm that a file was withdrawn. The default is an hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan ConfirmAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Whether <c>http</c> is allowed. The default is <c>https</c> only.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Whether <c>http</c>, any port, and loopback addresses are allowed. <c>eng/run --source</c> sets it; an app in Azure doesn't start with it.</summary>
    public bool AllowLocal { get; set; }

    /// <summary>Further hosts, separated by spaces, that sources may link and redirect to.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>The pause between two requests to a host.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The time for one request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The maximum size of a page, after decompression, in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int LargestPage { get; set; } = 4 * 1024 * 1024;

    /// <summary>The maximum number of files of a page that are watched.</summary>
    [Range(1, 5000)]
    public int Links { get; set; } = 500;

    /// <summary>The sources, in the order of their numbers. They are the numbered entries of the section, and no property of it.</summary>
    internal IReadOnlyList<SourceSetting> Items { get; set; } = [];
}

/// <summary>One source as it is configured: a page with a pattern, or a file.</summary>
public sealed class SourceSetting
{
    public string? Page { get; set; }

    /// <summary>A regular expression over the absolute addresses that the page links.</summary>
    public string? Link { get; set; }

    public string? File { get; set; }

    /// <summary>Whether the page may turn out to be a file, which is then watched. <c>eng/run --source</c> sets it.</summary>
    public bool MayBeFile { get; set; }

    /// <summary>The time between two looks. The default is an hour.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromHours(1);
}
