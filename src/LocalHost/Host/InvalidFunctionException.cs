namespace LocalHost.Host;

/// <summary>The app can't start as it is: the message names the function or the setting.</summary>
public sealed class InvalidFunctionException(string message) : Exception(message);
