namespace Contracts;

public sealed record OrderPlaced(int Id);
