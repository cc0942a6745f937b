using System.ComponentModel.DataAnnotations;
using DetainerLedger.Subscriptions;

namespace DetainerLedger.Delivery.Mail;

public enum MailSecurity
{
    /// <summary>TLS after STARTTLS, usually on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually on port 465.</summary>
    Tls,

    /// <summary>No encryption: for a server on the same machine.</summary>
    None,
}

/// <summary>Bound to the section <c>Delivery:Mail</c>. Mail is sent over SMTP, or written to a folder; without both, there is no mail.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Delivery:Mail";

    /// <summary>The sender's address. Its domain must be one for which the provider signs.</summary>
    public string From { get; set; } = "";

    /// <summary>The host name of the SMTP server.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>A folder into which mails are written as <c>.eml</c> files instead of being sent.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The most connections to the server at once.</summary>
    [Range(1, 64)]
    public int Connections { get; set; } = 4;

    public bool IsSet() => From.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsSet() && MailAddress.Normalize(From) is null) yield return Wrong(nameof(From), "must be an e-mail address.");
        if (IsSet() && Host.Length == 0 && Folder.Length == 0) yield return Wrong(nameof(Host), "or Delivery__Mail__Folder must be set when Delivery__Mail__From is.");
        if (!IsSet() && (Host.Length > 0 || Folder.Length > 0)) yield return Wrong(nameof(From), "must be set when there is a server or a folder.");
        if (Host.Length > 0 && Folder.Length > 0) yield return Wrong(nameof(Folder), "and Delivery__Mail__Host can't both be set.");
        if (User.Length > 0 && Password.Length == 0) yield return Wrong(nameof(Password), "must be set when Delivery__Mail__User is.");
        if (User.Length > 0 && Security == MailSecurity.None) yield return Wrong(nameof(Security), "can't be None when there is a password.");
    }

    private static ValidationResult Wrong(string name, string what) => new($"Delivery__Mail__{name} {what}", [name]);
}
