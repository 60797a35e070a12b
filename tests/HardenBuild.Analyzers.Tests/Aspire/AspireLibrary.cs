namespace HardenBuild.Analyzers.Tests.Aspire;

/// <summary>The part of Aspire.Hosting 13.6 that the rules know, with its names, parameters and namespaces.</summary>
internal static class AspireLibrary
{
    public const string Text = """
        namespace Aspire.Hosting
        {
            using System;
            using Aspire.Hosting.ApplicationModel;

            public sealed class DistributedApplicationExecutionContext { public bool IsRunMode => true; public bool IsPublishMode => false; }

            public interface IDistributedApplicationBuilder { DistributedApplicationExecutionContext ExecutionContext { get; } }

            public static class DistributedApplication { public static IDistributedApplicationBuilder CreateBuilder(string[] args) => throw new NotSupportedException(); }

            public static class ContainerResourceBuilderExtensions
            {
                public static IResourceBuilder<ContainerResource> AddContainer(this IDistributedApplicationBuilder builder, string name, string image) => throw new NotSupportedException();
                public static IResourceBuilder<ContainerResource> AddContainer(this IDistributedApplicationBuilder builder, string name, string image, string tag) => throw new NotSupportedException();
                public static IResourceBuilder<ContainerResource> AddDockerfile(this IDistributedApplicationBuilder builder, string name, string contextPath, string dockerfilePath = null, string stage = null) => throw new NotSupportedException();
                public static IResourceBuilder<T> WithContainerRuntimeArgs<T>(this IResourceBuilder<T> builder, params string[] args) => builder;
                public static IResourceBuilder<T> WithBindMount<T>(this IResourceBuilder<T> builder, string source, string target, bool isReadOnly = false) => builder;
                public static IResourceBuilder<T> WithBuildArg<T>(this IResourceBuilder<T> builder, string name, object value) => builder;
                public static IResourceBuilder<T> WithBuildArg<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> value) => builder;
                public static IResourceBuilder<T> WithBuildSecret<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> value) => builder;
                public static IResourceBuilder<T> WithImage<T>(this IResourceBuilder<T> builder, string image, string tag = null) => builder;
                public static IResourceBuilder<T> WithImageTag<T>(this IResourceBuilder<T> builder, string tag) => builder;
                public static IResourceBuilder<T> WithImageSHA256<T>(this IResourceBuilder<T> builder, string sha256) => builder;
            }

            public static class ResourceBuilderExtensions
            {
                public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string value) => builder;
                public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter) => builder;
            }

            public static class ParameterResourceBuilderExtensions
            {
                public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) => throw new NotSupportedException();
                public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) => throw new NotSupportedException();
                public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret = false) => throw new NotSupportedException();
            }
        }

        namespace Aspire.Hosting.ApplicationModel
        {
            public interface IResourceBuilder<out T> { }
            public sealed class ContainerResource { }
            public sealed class ParameterResource { }
        }
        """;
}
