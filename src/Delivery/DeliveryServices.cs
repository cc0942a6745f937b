using DetainerLedger.Delivery.Dispatch;
using DetainerLedger.Delivery.Keys;
using DetainerLedger.Delivery.Mail;
using DetainerLedger.Delivery.Subscribing;
using DetainerLedger.Delivery.Webhooks;
using DetainerLedger.Outbound;
using DetainerLedger.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DetainerLedger.Delivery;

/// <summary>Registers delivery. Its stores, the sources of events, and <see cref="SiteLinks"/> are registered elsewhere.</summary>
public static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DeliveryKeys>();
        services.AddSingleton<MailComposer>();
        services.AddSingleton<IMailer>(Mailer);
        services.AddSingleton<Notices>();
        services.AddSingleton(provider => new OutboundPolicy { AllowLocal = provider.GetRequiredService<IOptions<DeliveryOptions>>().Value.LocalWebhooks });
        services.AddSingleton(provider => new OutboundClient(provider.GetRequiredService<OutboundPolicy>(), TimeProvider.System));
        services.AddSingleton<WebhookChannel>();
        services.AddSingleton<IChannel, MailChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<WebhookChannel>());
        services.AddSingleton<IChangeSource, IndexChanges>();
        services.AddSingleton<IChangeSource, DigestChanges>();
        services.AddSingleton<IChangeSource, FileChanges>();
        services.AddSingleton<Changes>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Deliverer>();
        services.AddSingleton<Sweep>();
        services.AddSingleton<Follows>();
        services.AddSingleton<WebhookSubscriptions>();
        return services;
    }

    private static IMailer Mailer(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<MailOptions>>();
        if (!options.Value.IsSet()) return new NoMailer();
        return options.Value.Folder.Length > 0 ? new FolderMailer(options) : new SmtpMailer(options);
    }
}
