# tincture_module(NAME SOURCES ... [DEPENDS modules...] [LIBRARIES libraries...])
#
# One target a module, `tincture_<folder with / as _>`, linked PRIVATE downwards. NAME is the module's folder from the
# root, such as liquid/value. Two rules are checked here, when CMake runs:
#   - a module depends only on modules of a lower layer (the table below is DESIGN.md's list of allowed edges);
#   - every .cc of the folder is listed, so that no source is forgotten.
# A third, that a source includes only headers of modules it depends on, is tests/architecture_test.cmake.

# Lower layers first; modules of one line do not see one another.
set(TINCTURE_LAYERS
  "liquid/support"
  "liquid/value"
  "liquid/syntax"
  "liquid/exec"
  "liquid/std"
  "compat/profile"
  "compat/yaml|compat/toml|compat/text"
  "compat/kramdown|compat/commonmark|compat/rouge|compat/sass"
  "compat/plugins"
  "engine/support"
  "engine/trace"
  "engine/source"
  "engine/config"
  "engine/model"
  "engine/read"
  "engine/drops"
  "engine/render"
  "engine/build"
  "engine/verify|engine/serve"
  "engine/cli"
  "themes/academicpages")

function(tincture_layer_of module result)
  set(number 0)
  foreach(layer IN LISTS TINCTURE_LAYERS)
    string(REPLACE "|" ";" names "${layer}")
    foreach(name IN LISTS names)
      if(module STREQUAL name)
        set(${result} ${number} PARENT_SCOPE)
        return()
      endif()
    endforeach()
    math(EXPR number "${number} + 1")
  endforeach()
  message(FATAL_ERROR "${module} is not in TINCTURE_LAYERS (cmake/Modules.cmake)")
endfunction()

function(tincture_target_of module result)
  string(REPLACE "/" "_" name "${module}")
  set(${result} tincture_${name} PARENT_SCOPE)
endfunction()

function(tincture_check_listing folder sources)
  if(NOT TINCTURE_CHECK_LISTING)
    return()
  endif()
  file(GLOB_RECURSE present RELATIVE ${folder} CONFIGURE_DEPENDS ${folder}/*.cc)
  foreach(source IN LISTS present)
    if(NOT source IN_LIST sources AND NOT source STREQUAL "main.cc")
      message(FATAL_ERROR "${folder}/${source} is not listed in a CMakeLists.txt")
    endif()
  endforeach()
endfunction()

function(tincture_module module)
  cmake_parse_arguments(MODULE "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/${module})
  tincture_check_listing(${folder} "${MODULE_SOURCES}")
  tincture_layer_of(${module} layer)
  tincture_target_of(${module} target)
  list(TRANSFORM MODULE_SOURCES PREPEND ${folder}/)
  add_library(${target} STATIC ${MODULE_SOURCES})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE ${MODULE_LIBRARIES})
  foreach(dependency IN LISTS MODULE_DEPENDS)
    tincture_layer_of(${dependency} lower)
    if(NOT lower LESS layer)
      message(FATAL_ERROR "${module} must not depend on ${dependency}: see TINCTURE_LAYERS in cmake/Modules.cmake")
    endif()
    tincture_target_of(${dependency} dependency_target)
    target_link_libraries(${target} PRIVATE ${dependency_target})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY TINCTURE_MODULES ${module})
  set_property(GLOBAL PROPERTY TINCTURE_DEPENDS_${target} "${MODULE_DEPENDS}")
endfunction()
