namespace DetainerLedger.Outbound;

/// <summary>A request was not sent, since its URL or an address of its host isn't allowed. The message names neither.</summary>
public sealed class RefusedAddressException(string message) : HttpRequestException(message);
