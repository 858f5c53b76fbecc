#include "compat/rouge/lexer.h"

namespace tincture::rouge {

namespace {

constexpr WordList kWords[] = {
    {"keywords",
     "allprojects artifacts buildscript configuration dependencies repositories sourceSets subprojects "
     "publishing",
     kAddToParent},
    {"types",
     "Project Task Gradle Settings Script JavaToolChain SourceSet SourceSetOutput IncrementalTaskInputs "
     "Configuration ResolutionStrategy ArtifactResolutionQuery ComponentSelection ComponentSelectionRules "
     "ConventionProperty ExtensionAware ExtraPropertiesExtension PublishingExtension IvyPublication IvyArtifact "
     "IvyArtifactSet IvyModuleDescriptorSpec MavenPublication MavenArtifact MavenArtifactSet MavenPom "
     "PluginDependenciesSpec PluginDependencySpec ResourceHandler TextResourceFactory",
     kAddToParent},
};

}  // namespace

const Definition lexers::gradle = {.tag = "gradle", .parent = &lexers::groovy, .words = kWords};

}  // namespace tincture::rouge
