using System.Security.Cryptography;
using System.Text;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DetainerLedger.Delivery.Mail;

/// <summary>Writes mails as <c>.eml</c> files. A repeated try replaces the file.</summary>
public sealed class FolderMailer(IOptions<MailOptions> options) : IMailer
{
    public bool IsOn => true;

    public async Task<SendOutcome> Send(MimeMessage message, DeliveryId id, CancellationToken cancellation)
    {
        // The name has no address in it: folders are listed in more places than files are opened.
        var recipient = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Recipient)).AsSpan(0, 4));
        var file = Path.Combine(options.Value.Folder, $"{id.Change}.{recipient}.eml");
        var unfinished = $"{file}.{Guid.CreateVersion7(message.Date):n}.tmp";
        try
        {
            Directory.CreateDirectory(options.Value.Folder);
            await using (var stream = File.Create(unfinished)) await message.WriteToAsync(stream, cancellation);
            File.Move(unfinished, file, overwrite: true);
            return new SendOutcome(SendResult.Sent);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome(SendResult.Retry, Error: "mail-folder");
        }
    }
}
