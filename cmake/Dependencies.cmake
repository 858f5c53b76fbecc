# The libraries of DESIGN.md section 5, all from Debian 12. Static archives where TINCTURE_STATIC wants the program to
# run alone; each is an imported target `tincture::<library>` that a module names in its LIBRARIES.

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)

function(tincture_library name header)
  find_path(${name}_INCLUDE ${header} REQUIRED)
  add_library(tincture::${name} INTERFACE IMPORTED GLOBAL)
  target_include_directories(tincture::${name} SYSTEM INTERFACE ${${name}_INCLUDE})
  foreach(archive IN LISTS ARGN)
    set(file_name lib${archive}.so)
    if(TINCTURE_STATIC)
      set(file_name lib${archive}.a)
    endif()
    find_library(${name}_${archive} NAMES ${file_name} REQUIRED)
    target_link_libraries(tincture::${name} INTERFACE ${${name}_${archive}})
  endforeach()
endfunction()

# What liquid/ needs.
tincture_library(icu unicode/uchar.h icui18n icuuc icudata)
target_link_libraries(tincture::icu INTERFACE ${CMAKE_DL_LIBS} Threads::Threads)
tincture_library(rapidjson rapidjson/document.h)
if(TINCTURE_LIQUID_ONLY)
  return()
endif()

tincture_library(yaml_cpp yaml-cpp/yaml.h yaml-cpp)
tincture_library(tomlplusplus toml++/toml.h)
tincture_library(cmark cmark.h cmark)
tincture_library(cmark_gfm cmark-gfm.h cmark-gfm-extensions cmark-gfm)
tincture_library(pcre2 pcre2.h pcre2-8)
# libxml2 prints for jemoji, jekyll-mentions and jekyll-toc what Nokogiri, which is libxml2, prints in the gems.
find_path(xml2_INCLUDE libxml/HTMLparser.h PATH_SUFFIXES libxml2 REQUIRED)
tincture_library(xml2 libxml/HTMLparser.h xml2 lzma z)
tincture_library(xxhash xxhash.h xxhash)
tincture_library(date date/date.h)
tincture_library(openssl openssl/ssl.h ssl crypto)
target_link_libraries(tincture::openssl INTERFACE ${CMAKE_DL_LIBS} Threads::Threads)
if(TINCTURE_STATIC)
  # Its archive can look up names, which no static program can and the server never does: ld warns of it.
  target_link_options(tincture::openssl INTERFACE LINKER:--no-warnings)
endif()
target_link_libraries(tincture::xml2 INTERFACE tincture::icu m ${CMAKE_DL_LIBS})
