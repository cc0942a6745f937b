namespace FunctionsHost;

/// <summary>The app can't be run as it is; the message is for the person who started it.</summary>
internal sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
